// Answers: what may lie over the page? All that commands open, and the keys that work anywhere.
import { lazy, Suspense } from "react";
import { ArrangingBar } from "../arranging/ArrangingBar.tsx";
import { useGlobalKeys } from "../commands/use-commands.ts";
import { ContextMenu } from "./ContextMenu.tsx";
import { Description } from "./Description.tsx";
import { ExpandChooser } from "./ExpandChooser.tsx";
import { useOverlays } from "./use-overlays.ts";
import "./overlays.css";

const CommandSheet = lazy(() => import("./CommandSheet.tsx").then((m) => ({ default: m.CommandSheet })));

export function Overlays() {
  useGlobalKeys();
  const expanding = useOverlays((s) => s.expanding);
  const choose = useOverlays((s) => s.choose);
  const isSheetOpen = useOverlays((s) => s.isSheetOpen);
  const setSheet = useOverlays((s) => s.setSheet);
  return (
    <>
      <ContextMenu />
      <Description />
      <ArrangingBar />
      {expanding === undefined ? null : <ExpandChooser expanding={expanding} onClose={() => choose(undefined)} />}
      {isSheetOpen ? (
        <Suspense fallback={null}>
          <CommandSheet onClose={() => setSheet(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
