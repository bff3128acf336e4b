// Answers: how many rows out of sight stand in the page, so that scrolling finds them there?
import { useEffect, useState } from "react";
import { afterShown } from "./after-shown.ts";

/** On each side: few in the frame that shows other rows, the rest in one after it. `rows` must be the same array while they are the same. */
export function useOverscan(
  rows: readonly unknown[],
  { first, later }: { readonly first: number; readonly later: number },
): number {
  const [shown, setShown] = useState<readonly unknown[]>();
  useEffect(() => afterShown(() => setShown(rows)), [rows]);
  return shown === rows ? later : first;
}
