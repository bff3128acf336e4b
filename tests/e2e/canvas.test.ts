import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/browser.ts";
import type { Served } from "../../scripts/serve-dist.ts";
import { serveScript } from "../../scripts/serve-script.ts";
import type { Scene, SceneEdge, SceneNode } from "../../src/view/scene/scene.ts";
import { curvesOf } from "../../src/view/scene/scene-geometry.ts";
import type {} from "../support/canvas-page.ts";

let browser: Browser;
let page: Page;
let served: Served;

beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium: run the tests with `npm test`, which finds or installs one");
  browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  page = await browser.newPage({ viewport: { width: 900, height: 600 } });
  served = await serveScript("tests/support/canvas-page.ts");
  await page.goto(served.url);
  await page.waitForFunction(() => globalThis.canvasPage !== undefined);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const node = (id: string, x: number, y: number): SceneNode => ({
  id,
  label: id,
  kind: "state",
  x,
  y,
  degree: 2,
  hiddenNeighbors: 0,
});
const edge = (id: string, source: string, target: string): SceneEdge => ({
  id,
  source,
  target,
  label: "supplies",
  polarity: "supportive",
  status: "reported",
  origins: 1,
  symmetric: false,
});
const SCENE: Scene = {
  nodes: [node("a", 0, 0), node("b", 300, 0), node("c", 0, 250)],
  edges: [edge("e1", "a", "b"), edge("loop", "c", "c")],
};

async function show(scene: Scene): Promise<void> {
  await page.mouse.move(890, 590);
  await page.evaluate((shown) => {
    canvasPage?.view.show(shown);
    canvasPage?.view.setViewport({ zoom: 1, pan: { x: 200, y: 150 } });
    canvasPage?.told.splice(0);
  }, scene);
  // Two clicks in quick succession would be a double click.
  await page.waitForTimeout(400);
}
/** What handlers were told, once this many have been. */
async function told(count: number): Promise<unknown[][]> {
  await page.waitForFunction((n) => (canvasPage?.told.length ?? 0) >= n, count);
  return page.evaluate(() => canvasPage?.told.splice(0) ?? []);
}

beforeEach(() => show(SCENE));

describe("the canvas alone", () => {
  it("tells a plain click from one that adds", async () => {
    await page.mouse.click(200, 150);
    expect(await told(1)).toEqual([["select", "a", "actor", { additive: false }]]);
    await page.waitForTimeout(400);
    await page.keyboard.down("Control");
    await page.mouse.click(500, 150);
    await page.keyboard.up("Control");
    expect(await told(1)).toEqual([["select", "b", "actor", { additive: true }]]);
    await page.waitForTimeout(400);
    await page.mouse.click(700, 500);
    expect(await told(1)).toEqual([["select", undefined, "none", { additive: false }]]);
  });

  it("boxes the actors wholly inside, and says so when there are none", async () => {
    const box = async (from: [number, number], to: [number, number]): Promise<void> => {
      await page.keyboard.down("Shift");
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
      await page.mouse.move(...to);
      await page.mouse.up();
      await page.keyboard.up("Shift");
    };
    await box([120, 90], [560, 230]);
    const [boxed, ...more] = await told(1);
    expect(boxed).toEqual(["box", expect.toSatisfy((ids: string[]) => [...ids].sort().join() === "a,b")]);
    expect(more).toEqual([]);
    await box([640, 420], [760, 520]);
    expect(await told(1)).toEqual([["box", []]]);
  });

  it("opens the menu at the pointer for an actor, a line and the ground, and a line's claims on a double click", async () => {
    await page.mouse.click(200, 150, { button: "right" });
    expect(await told(1)).toEqual([["menu", "a", "actor", { x: 200, y: 150 }]]);
    await page.mouse.click(350, 150, { button: "right" });
    expect(await told(1)).toEqual([["menu", "e1", "relation", { x: 350, y: 150 }]]);
    await page.mouse.click(700, 500, { button: "right" });
    expect(await told(1)).toEqual([["menu", undefined, "none", { x: 700, y: 500 }]]);
    await page.mouse.dblclick(350, 150);
    expect((await told(3)).at(-1)).toEqual(["open", "e1", "relation"]);
  });

  it("moves and pins where a drag ends, and finds the actor there", async () => {
    await page.mouse.move(200, 150);
    await page.mouse.down();
    await page.mouse.move(240, 200);
    await page.mouse.move(260, 230);
    await page.mouse.up();
    expect(await told(2)).toEqual([
      ["move", "a", { x: 60, y: 80 }],
      ["pin", "a", { x: 60, y: 80 }],
    ]);
    await page.mouse.click(260, 230);
    expect(await told(1)).toEqual([["select", "a", "actor", { additive: false }]]);
  });

  it("draws self-relations around each other in the order of the scene, where the pointer finds them, whatever was shown before", async () => {
    const scene = { nodes: SCENE.nodes, edges: ["inner", "middle", "outer"].map((id) => edge(id, "c", "c")) };
    await show({ ...scene, edges: scene.edges.slice(1) });
    await show(scene);
    for (const [id, { middle }] of curvesOf(scene.nodes, scene.edges)) {
      await page.mouse.click(200 + middle.x, 150 + middle.y, { button: "right" });
      expect((await told(1))[0]?.slice(0, 3)).toEqual(["menu", id, "relation"]);
    }
  });

  it("gives back the viewport it was given, brings an actor to the middle, and frames some of them", async () => {
    const after = await page.evaluate(() => {
      const view = canvasPage?.view;
      view?.setViewport({ zoom: 0.7, pan: { x: 31, y: -12 } });
      const given = view?.viewport();
      view?.centerOn("b");
      const centred = view?.screenPointOf("b");
      view?.fit(["a", "c"]);
      return { given, centred, framed: [view?.screenPointOf("a"), view?.screenPointOf("c")] };
    });
    expect(after.given).toEqual({ zoom: 0.7, pan: { x: 31, y: -12 } });
    expect(after.centred?.x).toBeCloseTo(450, 3);
    expect(after.centred?.y).toBeCloseTo(300, 3);
    for (const point of after.framed) expect(point !== undefined && point.y > 0 && point.y < 600).toBe(true);
  });

  it("writes the whole scene as a PNG of the size asked for, outside the window as well", async () => {
    await show({ ...SCENE, nodes: [...SCENE.nodes, node("far", 3000, 0)] });
    const [small, large] = await page.evaluate(async () => {
      const sizes: Array<{ type: string; width: number }> = [];
      for (const scale of [1, 2]) {
        const blob = await canvasPage?.view.toPng({ scale });
        if (blob === undefined) throw new Error("no picture");
        const { width } = await createImageBitmap(blob);
        sizes.push({ type: blob.type, width });
      }
      return sizes;
    });
    expect(small?.type).toBe("image/png");
    expect(small?.width).toBeGreaterThan(3000);
    expect((large?.width ?? 0) / (small?.width ?? 1)).toBeCloseTo(2, 1);
  });

  it("follows scenes: what goes is gone, what comes is there, what moves has moved", async () => {
    await show({ nodes: [node("b", 100, 100), node("d", 400, 50)], edges: [edge("e2", "b", "d")] });
    const points = await page.evaluate(() => ["a", "b", "d"].map((id) => canvasPage?.view.screenPointOf(id) ?? null));
    expect(points).toEqual([null, { x: 300, y: 250 }, { x: 600, y: 200 }]);
    await page.mouse.click(450, 225, { button: "right" });
    expect((await told(1))[0]?.slice(0, 3)).toEqual(["menu", "e2", "relation"]);
  });
});
