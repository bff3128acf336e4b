// Answers: has what is to be seen been seen, so that what is out of sight may follow?
import { useEffect, useState } from "react";
import { afterShown } from "./after-shown.ts";

/** Whether a frame has come since `what` became what it is: false in the render that brings it. Compared with `Object.is`. */
export function useShown(what: unknown): boolean {
  const [shown, setShown] = useState<readonly [unknown]>();
  useEffect(() => afterShown(() => setShown([what])), [what]);
  return shown !== undefined && Object.is(shown[0], what);
}
