// Answers: which picture stands on the button of a command?
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsShuffle,
  IconDots,
  IconDownload,
  IconEye,
  IconEyeOff,
  IconKeyboard,
  IconMaximize,
  IconPlus,
  IconZoomIn,
  IconZoomOut,
} from "@tabler/icons-react";

const ICONS: Readonly<Record<string, typeof IconPlus>> = {
  expand: IconPlus,
  export: IconDownload,
  fit: IconMaximize,
  help: IconKeyboard,
  hide: IconEyeOff,
  relax: IconArrowsShuffle,
  redo: IconArrowForwardUp,
  "show-hidden": IconEye,
  undo: IconArrowBackUp,
  "zoom-in": IconZoomIn,
  "zoom-out": IconZoomOut,
};

export function CommandIcon({ id, size }: { readonly id: string; readonly size: number }) {
  const Icon = ICONS[id] ?? IconDots;
  return <Icon size={size} aria-hidden="true" />;
}
