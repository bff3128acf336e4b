// Answers: which colour, shape and line stands for what? One table for canvas, legend and key.
import type { ActorKind, Polarity, RelationStatus } from "../model/kinds.ts";

export type Theme = "light" | "dark";

export interface Surface {
  readonly canvas: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly nodeBorder: string;
}

export const SURFACES: Readonly<Record<Theme, Surface>> = {
  light: { canvas: "#fbfbf9", text: "#1d2126", muted: "#5a626b", accent: "#0b5cad", nodeBorder: "#ffffff" },
  dark: { canvas: "#15181c", text: "#eceef0", muted: "#a5adb6", accent: "#7db8f5", nodeBorder: "#15181c" },
};

export interface KindStyle {
  readonly shape: string;
  readonly color: Readonly<Record<Theme, string>>;
  readonly word: string;
}

/** Eight hues after Okabe and Ito; kinds that share a hue differ in shape. */
export const KIND_STYLES: Readonly<Record<ActorKind, KindStyle>> = {
  state: { shape: "round-rectangle", color: { light: "#0072b2", dark: "#56a8dc" }, word: "State" },
  person: { shape: "ellipse", color: { light: "#b8561f", dark: "#f09a5e" }, word: "Person" },
  org: { shape: "hexagon", color: { light: "#00795a", dark: "#3dbd97" }, word: "Organisation" },
  unit: { shape: "pentagon", color: { light: "#a5322c", dark: "#ef8a84" }, word: "Military unit" },
  instrument: { shape: "round-tag", color: { light: "#7a4a94", dark: "#c79ae0" }, word: "Legal instrument" },
  event: { shape: "diamond", color: { light: "#8a6a00", dark: "#e0bd4a" }, word: "Event" },
  activity: { shape: "round-diamond", color: { light: "#8a6a00", dark: "#e0bd4a" }, word: "Activity" },
  facility: { shape: "barrel", color: { light: "#3f7f93", dark: "#86c6da" }, word: "Facility" },
  place: { shape: "round-triangle", color: { light: "#3f7f93", dark: "#86c6da" }, word: "Place" },
  materiel: { shape: "cut-rectangle", color: { light: "#5f666e", dark: "#aab2bb" }, word: "Materiel" },
};

/** Apart in lightness as well as in hue, so that they stay apart without red, green or blue cones; tests/view/contrast.test.ts measures it. */
export const POLARITY_COLORS: Readonly<Record<Polarity, Readonly<Record<Theme, string>>>> = {
  supportive: { light: "#005c3a", dark: "#55dfab" },
  hostile: { light: "#c04a14", dark: "#dc7d50" },
  legal: { light: "#612b78", dark: "#e9c6fb" },
  structural: { light: "#80818b", dark: "#868c96" },
  neutral: { light: "#2583d0", dark: "#5498e5" },
};

export interface LineStyle {
  /** Lengths of dash and gap in pixels at zoom 1; absent = solid. */
  readonly dash?: readonly number[];
  /** Stands at the middle of the line. */
  readonly mark?: string;
}

export const LINE_STYLES: Readonly<Record<RelationStatus, LineStyle>> = {
  confirmed: {},
  reported: { dash: [9, 4] },
  alleged: { dash: [2, 4] },
  disputed: { dash: [9, 4], mark: "≠" },
  denied: { dash: [2, 8], mark: "✕" },
  planned: { dash: [14, 7], mark: "→?" },
  conjecture: { dash: [4, 10], mark: "?" },
  retracted: { dash: [1, 10], mark: "⌫" },
  hidden: { dash: [1, 12] },
};

/** Line width in pixels for a number of independent origins. */
export function widthOf(origins: number): number {
  return origins >= 3 ? 4.5 : origins === 2 ? 3 : 1.8;
}

/** Of what is set back: still to be seen. Says nothing about how sure a relation is. */
export const FADED_OPACITY = 0.28;

/** Widths of the border of a node, in layout units: plain, selected or on a route, and pinned, where it is a double line. */
export const BORDER = { plain: 2, marked: 3, pinned: 6 } as const;

/** A selected node has a ring around it, a selected line a broad ground; in layout units. */
export const SELECTION = { ringWidth: 3, ringOffset: 3, underlayPadding: 5, underlayOpacity: 0.3 } as const;
