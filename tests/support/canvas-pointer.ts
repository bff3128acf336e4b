// Answers: where on the screen is an actor or a line of the canvas?
import type { Page } from "playwright-core";

interface Drawn {
  id(): string;
  isNode(): boolean;
  renderedPosition(): { x: number; y: number };
  renderedMidpoint(): { x: number; y: number };
}
type CanvasElement = HTMLElement & { readonly _cyreg?: { readonly cy?: { elements(): Iterable<Drawn> } } };

/**
 * Where Cytoscape has it, once the page itself says the pointer would be over it there. `wanted` is an id, or how one begins. Found within
 * the page: thousands of real pointer moves would take a minute.
 */
export async function pointOver(page: Page, wanted: string): Promise<{ x: number; y: number; id: string }> {
  const hit = await page.getByTestId("graph-canvas").evaluate((element, id) => {
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
  if (hit === undefined) throw new Error(`no point of the canvas is over ${wanted}`);
  return hit;
}

/** Where Cytoscape has an actor, in pixels of the canvas, in sight or not. */
export async function drawnAt(page: Page, id: string): Promise<{ x: number; y: number }> {
  const found = await page.getByTestId("graph-canvas").evaluate((element, wanted) => {
    for (const drawn of (element as CanvasElement)._cyreg?.cy?.elements() ?? [])
      if (drawn.id() === wanted && drawn.isNode()) return { ...drawn.renderedPosition() };
    return undefined;
  }, id);
  if (found === undefined) throw new Error(`${id} is not on the canvas`);
  return found;
}
