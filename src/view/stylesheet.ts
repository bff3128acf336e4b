// Answers: how does Cytoscape draw kinds, statuses and states under a theme?
import type { StylesheetJson } from "cytoscape";
import { ACTOR_KINDS, POLARITIES, RELATION_STATUSES } from "../model/kinds.ts";
import { FONT, LABEL } from "./lettering.ts";
import { KIND_STYLES, LINE_STYLES, POLARITY_COLORS, SURFACES, type Theme } from "./palette.ts";
import { BUNDLE_STEP } from "./scene-geometry.ts";

export function stylesheetOf(theme: Theme): StylesheetJson {
  const surface = SURFACES[theme];
  const rules: Array<{ selector: string; style: Record<string, unknown> }> = [
    {
      selector: "node",
      style: {
        width: "data(size)",
        height: "data(size)",
        label: "data(caption)",
        color: surface.text,
        "font-family": FONT,
        "font-size": LABEL.size,
        "font-weight": LABEL.weight,
        "text-valign": "bottom",
        "text-margin-y": LABEL.margin,
        "text-wrap": "wrap",
        "text-max-width": `${LABEL.maxWidth}px`,
        "line-height": LABEL.lineHeight,
        "text-outline-color": surface.canvas,
        "text-outline-width": LABEL.outline,
        "border-width": 2,
        "border-color": surface.nodeBorder,
        "overlay-opacity": 0,
        "min-zoomed-font-size": LABEL.minPixels,
      },
    },
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "curve-style": "bezier",
        "control-point-step-size": BUNDLE_STEP,
        "arrow-scale": LABEL.arrowScale,
        "target-arrow-shape": "triangle",
        label: "data(mark)",
        "font-family": FONT,
        "font-size": LABEL.size,
        "font-weight": 600,
        color: surface.text,
        "text-background-color": surface.canvas,
        "text-background-opacity": 0.92,
        "text-background-padding": "2px",
        "text-rotation": "autorotate",
        "overlay-opacity": 0,
        "loop-direction": "-45deg",
      },
    },
    { selector: "edge[?symmetric]", style: { "source-arrow-shape": "triangle" } },
    ...ACTOR_KINDS.map((kind) => ({
      selector: `node[kind = "${kind}"]`,
      style: { shape: KIND_STYLES[kind].shape, "background-color": KIND_STYLES[kind].color[theme] },
    })),
    ...POLARITIES.map((polarity) => {
      const color = POLARITY_COLORS[polarity][theme];
      return {
        selector: `edge[polarity = "${polarity}"]`,
        style: { "line-color": color, "target-arrow-color": color, "source-arrow-color": color },
      };
    }),
    ...RELATION_STATUSES.map((status) => {
      const { dash } = LINE_STYLES[status];
      const style = dash === undefined ? { "line-style": "solid" } : { "line-style": "dashed", "line-dash-pattern": [...dash] };
      return { selector: `edge[status = "${status}"]`, style };
    }),
    { selector: ".faded", style: { opacity: 0.28 } },
    { selector: "edge.lit", style: { label: "data(label)", "z-index": 9 } },
    {
      selector: "node.selected",
      style: {
        "border-color": surface.accent,
        "border-width": 4,
        "outline-color": surface.accent,
        "outline-width": 3,
        "outline-offset": 3,
        "outline-opacity": 0.5,
        "z-index": 10,
      },
    },
    {
      selector: "edge.selected",
      style: {
        label: "data(label)",
        "underlay-color": surface.accent,
        "underlay-opacity": 0.3,
        "underlay-padding": 5,
        "z-index": 10,
      },
    },
  ];
  return rules as unknown as StylesheetJson;
}
