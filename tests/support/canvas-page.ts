// Answers: what runs in the page in which the canvas is tested alone? A view that writes down what its handlers are told.
import { createGraphView, type GraphView } from "../../src/view/canvas/graph-view.ts";

declare global {
  var canvasPage: { readonly view: GraphView; readonly told: unknown[][] } | undefined;
}

const container = document.createElement("div");
container.style.cssText = "position:fixed;inset:0";
document.body.append(container);
const told: unknown[][] = [];
const note =
  (name: string) =>
  (...words: unknown[]): void => {
    told.push([name, ...words]);
  };
const view = createGraphView(container, "light", {
  onSelect: note("select"),
  onExpand: note("expand"),
  onMove: note("move"),
  onHover: () => {},
  onBox: note("box"),
  onMenu: note("menu"),
  onOpen: note("open"),
  onPin: note("pin"),
});
globalThis.canvasPage = { view, told };
