import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/browser.ts";
import type { Served } from "../../scripts/serve-dist.ts";
import { serveScript } from "../../scripts/serve-script.ts";
import { KIND_STYLES } from "../../src/view/palette.ts";
import type { Scene, SceneEdge, SceneNode } from "../../src/view/scene/scene.ts";
import { curvesOf } from "../../src/view/scene/scene-geometry.ts";
import type {} from "../support/canvas-page.ts";

let browser: Browser;
let served: Served;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium() ?? "", args: CHROMIUM_ARGS });
  served = await serveScript("tests/support/canvas-page.ts");
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function open(prepare?: () => void): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  if (prepare !== undefined) await page.addInitScript(prepare);
  await page.goto(served.url);
  await page.waitForFunction(() => globalThis.canvasPage !== undefined);
  return page;
}

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
  status: "confirmed",
  origins: 3,
  symmetric: false,
});
/** Few actors in sight, and many out of it. */
const SCENE: Scene = {
  nodes: [
    node("a", 100, 100),
    node("b", 500, 100),
    ...Array.from({ length: 30 * 30 }, (_, i) => node(`n${i}`, 3000 + 100 * (i % 30), 100 * Math.floor(i / 30))),
  ],
  edges: [edge("e1", "a", "b"), edge("e2", "a", "b"), edge("e3", "b", "a")],
};

async function show(page: Page, scene: Scene): Promise<void> {
  await page.evaluate(async (shown) => {
    canvasPage?.view.show(shown);
    canvasPage?.view.setViewport({ zoom: 1, pan: { x: 0, y: 0 } });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await canvasPage?.view.whenDrawn();
    canvasPage?.told.splice(0);
  }, scene);
}

/** Colours of points of the window, as it looks. */
async function colorsAt(page: Page, points: ReadonlyArray<readonly [number, number]>): Promise<string[]> {
  const shot = (await page.screenshot()).toString("base64");
  return page.evaluate(
    async ([data, wanted]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const pen = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height }).getContext("2d");
      pen?.drawImage(image, 0, 0);
      return wanted.map(([x, y]) => {
        const [r = 0, g = 0, b = 0] = pen?.getImageData(x, y, 1, 1).data ?? [];
        return `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
      });
    },
    [shot, points] as const,
  );
}
const STATE = KIND_STYLES.state.color;

describe("a scene", () => {
  it("is painted by a worker, follows pan and zoom at once, themes, and what is dragged", async () => {
    const page = await open();
    await show(page, SCENE);
    expect(page.workers()).toHaveLength(1);
    expect(
      await colorsAt(page, [
        [100, 100],
        [500, 100],
      ]),
    ).toEqual([STATE.light, STATE.light]);

    await page.evaluate(async () => {
      canvasPage?.view.setViewport({ zoom: 2, pan: { x: -100, y: 0 } });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
    // At once, from the picture at hand; and when painted anew it is the same.
    expect(
      await colorsAt(page, [
        [100, 200],
        [300, 200],
      ]),
    ).toEqual([STATE.light, expect.not.stringMatching(STATE.light)]);
    await page.evaluate(() => canvasPage?.view.whenDrawn());
    expect(await colorsAt(page, [[100, 200]])).toEqual([STATE.light]);

    await show(page, SCENE);
    await page.mouse.move(100, 100);
    await page.mouse.down();
    await page.mouse.move(150, 200);
    await page.mouse.move(180, 300);
    await expect
      .poll(() =>
        colorsAt(page, [
          [180, 300],
          [100, 100],
        ]),
      )
      .toEqual([STATE.light, expect.not.stringMatching(STATE.light)]);
    await page.mouse.up();
    expect(await page.evaluate(() => canvasPage?.told.map(([name]) => name))).toContain("move");

    await page.evaluate(() => canvasPage?.view.setTheme("dark"));
    await expect.poll(() => colorsAt(page, [[500, 100]])).toEqual([STATE.dark]);
    expect(troubles.splice(0)).toEqual([]);
  });

  it("answers to the pointer where its lines are painted, bundles in the order of the scene whatever was shown before", async () => {
    const page = await open();
    const lineAt = async (y: number): Promise<unknown> => {
      await page.mouse.click(300, y, { button: "right" });
      await page.waitForFunction(() => (canvasPage?.told.length ?? 0) > 0);
      return (await page.evaluate(() => canvasPage?.told.splice(0) ?? []))[0]?.[1];
    };
    const bundle = async (): Promise<unknown[]> => {
      const found: unknown[] = [];
      for (const y of [83, 100, 117]) found.push(await lineAt(y));
      return found;
    };
    for (const filler of [SCENE.nodes.length, 2]) {
      const scene = { ...SCENE, nodes: SCENE.nodes.slice(0, filler) };
      await show(page, scene);
      const wanted = [...curvesOf(scene.nodes, scene.edges)].sort(([, a], [, b]) => a.middle.y - b.middle.y).map(([id]) => id);
      await expect.poll(bundle).toEqual(wanted);
      await show(page, { ...scene, edges: scene.edges.slice(1) });
      await show(page, scene);
      await expect.poll(bundle).toEqual(wanted);
    }
    expect(troubles.splice(0)).toEqual([]);
  });

  it("is drawn without a worker where none can be had", async () => {
    const page = await open(() => Reflect.deleteProperty(globalThis, "Worker"));
    await show(page, SCENE);
    expect(page.workers()).toHaveLength(0);
    expect(
      await colorsAt(page, [
        [100, 100],
        [500, 100],
      ]),
    ).toEqual([STATE.light, STATE.light]);
    expect(await page.locator("canvas[data-painted]").count()).toBe(0);
    expect(troubles.splice(0)).toEqual([]);
  });

  it("is drawn without the worker when that never answers, and goes on being drawn so", async () => {
    const page = await open(() => {
      globalThis.Worker = class extends EventTarget {
        postMessage(): void {}
        terminate(): void {}
      } as unknown as typeof Worker;
    });
    await show(page, SCENE);
    expect(await colorsAt(page, [[100, 100]])).toEqual([STATE.light]);
    expect(await page.locator("canvas[data-painted]").count()).toBe(0);
    await show(page, { ...SCENE, nodes: [node("a", 100, 300), ...SCENE.nodes.slice(1)] });
    expect(
      await colorsAt(page, [
        [100, 300],
        [100, 100],
      ]),
    ).toEqual([STATE.light, expect.not.stringMatching(STATE.light)]);
    expect(troubles.splice(0)).toEqual([]);
  });

  it("leaves no picture behind of what is gone", async () => {
    const page = await open();
    await show(page, SCENE);
    await show(page, { nodes: SCENE.nodes.slice(1, 2), edges: [] });
    expect(
      await colorsAt(page, [
        [100, 100],
        [500, 100],
      ]),
    ).toEqual([expect.not.stringMatching(STATE.light), STATE.light]);
  });
});
