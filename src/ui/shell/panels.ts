// Answers: which parts of the page come right after the graph? They travel in one file.
export { CanvasTools } from "../canvas/CanvasTools.tsx";
export { CenterCommands } from "../canvas/CenterCommands.tsx";
export { EmptyCanvas } from "../canvas/EmptyCanvas.tsx";
export { LineKey } from "../canvas/LineKey.tsx";
export { Steps } from "../canvas/Steps.tsx";
export { Inspector } from "../inspector/Inspector.tsx";
export { Explore } from "../left/Explore.tsx";
export { Legend } from "../left/Legend.tsx";
export { Outline } from "../left/Outline.tsx";
export { Overlays } from "../overlays/Overlays.tsx";
export { PathsDrawer } from "../paths/PathsDrawer.tsx";
export { SessionBars } from "../session/SessionBars.tsx";
export { TimelineBar } from "../timeline/TimelineBar.tsx";
export { PaneSwitch } from "./PaneSwitch.tsx";
export { TabSwitch } from "./TabSwitch.tsx";
export { TopBar } from "./TopBar.tsx";
