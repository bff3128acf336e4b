// Answers: where on the screen is an actor or a line of the canvas?
import type { Page } from "playwright-core";

/** Found within the page: thousands of real pointer moves would take a minute. `wanted` is an id, or how one begins. */
export async function pointOver(page: Page, wanted: string): Promise<{ x: number; y: number; id: string }> {
  const hit = await page.getByTestId("graph-canvas").evaluate((element, id) => {
    const box = element.getBoundingClientRect();
    const target = element.querySelector("canvas") ?? element;
    for (let y = box.top + 20; y < box.bottom; y += 7)
      for (let x = box.left + 20; x < box.right; x += 7) {
        target.dispatchEvent(new MouseEvent("mousemove", { clientX: x, clientY: y, bubbles: true, view: window }));
        if (element.dataset.over?.startsWith(id)) return { x, y, id: element.dataset.over };
      }
    return undefined;
  }, wanted);
  if (hit === undefined) throw new Error(`no point of the canvas is over ${wanted}`);
  return hit;
}
