// Answers: what may lie over the page? All that commands open, and the keys that work anywhere.
import { lazy, Suspense } from "react";
import { ArrangingBar } from "../arranging/ArrangingBar.tsx";
import { useGlobalKeys } from "../commands/use-commands.ts";
import { ContextMenu } from "./ContextMenu.tsx";
import { Description } from "./Description.tsx";
import { useOverlays } from "./use-overlays.ts";
import "./overlays.css";

// Dialogs are loaded when first asked for, and the library's part for them with them.
const CommandSheet = lazy(() => import("./CommandSheet.tsx").then((m) => ({ default: m.CommandSheet })));

const ExportDialog = lazy(() => import("../export/ExportDialog.tsx").then((m) => ({ default: m.ExportDialog })));
const ExpandChooser = lazy(() => import("./ExpandChooser.tsx").then((m) => ({ default: m.ExpandChooser })));
const LinkDialog = lazy(() => import("./LinkDialog.tsx").then((m) => ({ default: m.LinkDialog })));

export function Overlays() {
  useGlobalKeys();
  const expanding = useOverlays((s) => s.expanding);
  const choose = useOverlays((s) => s.choose);
  const isSheetOpen = useOverlays((s) => s.isSheetOpen);
  const setSheet = useOverlays((s) => s.setSheet);
  const isExporting = useOverlays((s) => s.isExporting);
  const setExporting = useOverlays((s) => s.setExporting);
  const refusedLink = useOverlays((s) => s.refusedLink);
  const setRefusedLink = useOverlays((s) => s.setRefusedLink);
  return (
    <>
      <ContextMenu />
      <Description />
      <ArrangingBar />
      <Suspense fallback={null}>
        {expanding === undefined ? null : <ExpandChooser expanding={expanding} onClose={() => choose(undefined)} />}
        {isExporting ? <ExportDialog onClose={() => setExporting(false)} /> : null}
        {isSheetOpen ? <CommandSheet onClose={() => setSheet(false)} /> : null}
        {refusedLink === undefined ? null : <LinkDialog address={refusedLink} onClose={() => setRefusedLink(undefined)} />}
      </Suspense>
    </>
  );
}
