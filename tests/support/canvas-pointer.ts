// Answers: where on the screen is an actor or a line of the canvas?
import type { Page } from "playwright-core";

interface Drawn {
  id(): string;
  isNode(): boolean;
  renderedPosition(): { x: number; y: number };
  renderedMidpoint(): { x: number; y: number };
}
type CanvasElement = HTMLElement & { readonly _cyreg?: { readonly cy?: { elements(): Iterable<Drawn> } } };

/** Cytoscape is told of a scene within some frames of its picture. */
const TOLD_MS = 2000;

async function onceThere<T>(find: () => Promise<T | undefined>, missing: string): Promise<T> {
  for (const start = performance.now(); ; await new Promise((done) => setTimeout(done, 50))) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() - start > TOLD_MS) throw new Error(missing);
  }
}

/**
 * Where Cytoscape has it, once the page itself says the pointer would be over it there. `wanted` is an id, or how one begins. Found within
 * the page: thousands of real pointer moves would take a minute.
 */
export async function pointOver(page: Page, wanted: string): Promise<{ x: number; y: number; id: string }> {
  const find = () =>
    page.getByTestId("graph-canvas").evaluate((element, id) => {
      const box = element.getBoundingClientRect();
      const target = element.querySelector("canvas") ?? element;
      const moveTo = (x: number, y: number) =>
        target.dispatchEvent(new MouseEvent("mousemove", { clientX: x, clientY: y, bubbles: true, view: window }));
      for (const drawn of (element as CanvasElement)._cyreg?.cy?.elements() ?? []) {
        if (!drawn.id().startsWith(id)) continue;
        const middle = drawn.isNode() ? drawn.renderedPosition() : drawn.renderedMidpoint();
        const at = { x: box.left + middle.x, y: box.top + middle.y };
        // From the corner: Cytoscape tells of what the pointer comes to, not of what it stays on.
        moveTo(box.left + 2, box.top + 2);
        moveTo(at.x, at.y);
        if (element.dataset.over === drawn.id()) return { ...at, id: drawn.id() };
      }
      return undefined;
    }, wanted);
  return onceThere(find, `no point of the canvas is over ${wanted}`);
}

/** Where Cytoscape has an actor, in pixels of the canvas, in sight or not. */
export async function drawnAt(page: Page, id: string): Promise<{ x: number; y: number }> {
  const find = () =>
    page.getByTestId("graph-canvas").evaluate((element, wanted) => {
      for (const drawn of (element as CanvasElement)._cyreg?.cy?.elements() ?? [])
        if (drawn.id() === wanted && drawn.isNode()) return { ...drawn.renderedPosition() };
      return undefined;
    }, id);
  return onceThere(find, `${id} is not on the canvas`);
}
