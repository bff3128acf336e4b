// Answers: how does Cytoscape draw kinds, statuses and states under a theme?
import type { StylesheetJson } from "cytoscape";
import { ACTOR_KINDS, POLARITIES, RELATION_STATUSES } from "../../model/kinds.ts";
import { BORDER, FADED_OPACITY, KIND_STYLES, LINE_STYLES, POLARITY_COLORS, SELECTION, SURFACES, type Theme } from "../palette.ts";
import { FONT, LABEL } from "../scene/lettering.ts";

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
        "font-size": "data(lettering)",
        "font-weight": LABEL.weight,
        "text-valign": "bottom",
        "text-margin-y": LABEL.margin,
        "text-wrap": "wrap",
        "text-max-width": "data(labelWidth)",
        "line-height": LABEL.lineHeight,
        "text-outline-color": surface.canvas,
        "text-outline-width": "data(halo)",
        "border-width": BORDER.plain,
        "border-color": surface.nodeBorder,
        "overlay-opacity": 0,
      },
    },
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "curve-style": "unbundled-bezier",
        "control-point-distances": "data(bend)",
        "control-point-weights": 0.5,
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
        "min-zoomed-font-size": LABEL.minPixels,
        "box-selection": "none",
      },
    },
    { selector: "edge[bend = 0]", style: { "curve-style": "straight" } },
    {
      selector: "edge:loop",
      style: { "control-point-step-size": "data(bend)", "loop-direction": "data(loopDirection)", "loop-sweep": "-90deg" },
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
    { selector: ".faded", style: { opacity: FADED_OPACITY } },
    { selector: "node.on-route", style: { "border-color": surface.accent, "border-width": BORDER.marked } },
    {
      selector: "edge.on-route",
      style: {
        "underlay-color": surface.accent,
        "underlay-opacity": SELECTION.underlayOpacity,
        "underlay-padding": SELECTION.underlayPadding,
        "z-index": 5,
      },
    },
    {
      selector: "node.pinned",
      style: { "border-color": surface.text, "border-style": "double", "border-width": BORDER.pinned },
    },
    {
      selector: "node.selected",
      style: {
        "border-color": surface.accent,
        "outline-color": surface.accent,
        "outline-width": SELECTION.ringWidth,
        "outline-offset": SELECTION.ringOffset,
        "text-margin-y": LABEL.ringMargin,
        "z-index": 10,
      },
    },
    {
      selector: "edge.selected",
      style: {
        label: "data(label)",
        "min-zoomed-font-size": 0,
        "text-border-color": surface.accent,
        "text-border-opacity": 1,
        "text-border-width": 1.5,
        "underlay-color": surface.accent,
        "underlay-opacity": SELECTION.underlayOpacity,
        "underlay-padding": SELECTION.underlayPadding,
        // Above names too: what was asked for is read, whatever it passes.
        "z-index-compare": "manual",
        "z-index": 10,
      },
    },
    {
      selector: "core",
      style: {
        "selection-box-color": surface.accent,
        "selection-box-opacity": 0.15,
        "selection-box-border-color": surface.accent,
        "selection-box-border-width": 1.5,
      },
    },
  ];
  return rules as unknown as StylesheetJson;
}
