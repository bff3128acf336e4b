import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import { parseSnapshot } from "../../src/graph/snapshot.ts";
import { parseLink } from "../../src/state/link.ts";
import type { Point, ViewState } from "../../src/state/view-state.ts";
import { visibleGraphOf } from "../../src/state/visible.ts";
import { createTestBrowser, headlineOf, type TestBrowser, whenReady } from "../support/browser-page.ts";
import { pointOver } from "../support/canvas-pointer.ts";

let browser: TestBrowser;
let graph: EntenteGraph;

beforeAll(async () => {
  const snapshot = parseSnapshot(JSON.parse(readFileSync("public/graph.json", "utf8")));
  if (!snapshot.ok) throw new Error("public/graph.json cannot be read");
  graph = snapshot.value;
  browser = await createTestBrowser();
}, 60_000);
afterAll(() => browser.close());

const notice = (page: Page, text: string) => page.getByTestId("notice").filter({ hasText: text }).waitFor();
const undoTitle = (page: Page) => page.getByTestId("undo").getAttribute("aria-label");

/** Where everything stands, read from the link to the view. */
async function viewOn(page: Page): Promise<ViewState> {
  await page.getByTestId("copy-link").click();
  await notice(page, "Copied the link");
  const link = parseLink(new URL(page.url()).hash, graph);
  if (!link.ok) throw new Error("the page's own link cannot be read");
  return link.value.view;
}
const placesOn = async (page: Page): Promise<ReadonlyMap<string, Point>> => (await viewOn(page)).placed;

async function arrange(page: Page, choice: RegExp): Promise<void> {
  const box = await page.getByTestId("graph-canvas").boundingBox();
  await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + 8, { button: "right" });
  await page.getByTestId("context-menu").locator('[data-command="arrange"]').hover();
  await page.locator(".context-menu").last().getByRole("menuitem", { name: choice }).click();
}

function nearestPair(places: ReadonlyMap<string, Point>): number {
  const points = [...places.values()];
  return Math.min(...points.flatMap((a, i) => points.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))));
}

describe("arranging the canvas", () => {
  it("relaxes by its button as one step, the same each time, and undo brings every place back; what is pinned stays", async () => {
    const { page, troubles } = await browser.visit();
    await page
      .getByTestId("outline")
      .getByRole("treeitem", { name: /^Kim Jong Un,/ })
      .click();
    await page.keyboard.press("p");
    await notice(page, "Pinned one actor");
    const before = await placesOn(page);
    await page.locator('.canvas-tools [data-command="relax"]').click();
    await notice(page, "Arranged relax, from where actors stand. Undo brings the places back.");
    const after = await placesOn(page);
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    expect(after).not.toEqual(before);
    expect(after.get("person/kim-jong-un")).toEqual(before.get("person/kim-jong-un"));
    expect(nearestPair(after)).toBeGreaterThan(30);
    await page.getByTestId("undo").click();
    expect(await placesOn(page)).toEqual(before);
    await page.locator('.canvas-tools [data-command="relax"]').click();
    await notice(page, "Arranged relax");
    expect(await placesOn(page)).toEqual(after);
    expect(troubles).toEqual([]);
  });

  it("arranges anew by distance, by kind and along time from the menu beside everything, each a step of the trail", async () => {
    const { page, troubles } = await browser.visit();
    const places = [await placesOn(page)];
    for (const [choice, step] of [
      [/^Anew, by distance/, "Arranged anew, by distance"],
      [/^In blocks, by kind/, "Arranged in blocks, by kind"],
      [/^Along time/, "Arranged along time"],
    ] as const) {
      await arrange(page, choice);
      await page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name: step }).waitFor();
      places.push(await placesOn(page));
      expect(nearestPair(places.at(-1) ?? new Map())).toBeGreaterThan(30);
    }
    expect(new Set(places.map((p) => JSON.stringify([...p]))).size).toBe(4);
    for (const earlier of places.slice(0, -1).reverse()) {
      await page.getByTestId("undo").click();
      expect(await placesOn(page)).toEqual(earlier);
    }
    expect(troubles).toEqual([]);
  });

  it("sets rings around what is selected, and offers them only then; the search box runs them too", async () => {
    const { page, troubles } = await browser.visit();
    await page.getByTestId("search").fill(">arrange anew");
    await page.getByRole("option", { name: /In blocks, by kind/ }).waitFor();
    expect(await page.getByRole("option", { name: /In rings/ }).count()).toBe(0);
    await page.keyboard.press("Escape");
    const russia = await pointOver(page, "state/ru");
    await page.mouse.click(russia.x, russia.y);
    await page.getByTestId("search").fill(">rings");
    await page.getByRole("option", { name: /In rings around the selected actor/ }).click();
    await notice(page, "Arranged in rings around the selected actor");
    const view = await viewOn(page);
    const { placed } = view;
    const { relations } = visibleGraphOf(graph, view);
    const center = placed.get("state/ru" as never) ?? { x: 0, y: 0 };
    const near = new Set<string>();
    for (const { id, from, to } of graph.relationsOf.get("state/ru" as never) ?? [])
      if (relations.has(id)) near.add(from).add(to);
    const radii = (isNear: boolean) =>
      [...placed].flatMap(([id, at]) =>
        id === "state/ru" || near.has(id) !== isNear ? [] : [Math.hypot(at.x - center.x, at.y - center.y)],
      );
    expect(radii(false).length).toBeGreaterThan(0);
    expect(Math.min(...radii(true))).toBeGreaterThan(30);
    expect(Math.max(...radii(true))).toBeLessThan(Math.min(...radii(false)));
    expect(troubles).toEqual([]);
  });
});

/** A worker that does what `globalThis.workerDoes` says. */
function replaceWorker(): void {
  const scope = globalThis as unknown as { workerDoes: "nothing" | "refuses" | "dies"; Worker: unknown };
  scope.workerDoes = "nothing";
  scope.Worker = class {
    onmessage: ((event: { data: unknown }) => void) | null = null;
    onerror: ((event: Event) => void) | null = null;
    postMessage(): void {
      const { workerDoes } = scope;
      if (workerDoes === "refuses") setTimeout(() => this.onmessage?.({ data: { problem: "No room is left." } }));
      if (workerDoes === "dies") setTimeout(() => this.onerror?.(new Event("error")));
    }
    terminate(): void {}
  };
}

describe("an arrangement that does not come about", () => {
  it("says so, can be stopped, and leaves everything where it stood: slow, refused, or its worker gone", async () => {
    const { page, troubles } = await browser.open({ permissions: ["clipboard-read", "clipboard-write"] }, async (p) => {
      await p.addInitScript(replaceWorker);
    });
    await whenReady(page);
    const before = await placesOn(page);
    const relax = page.locator('.canvas-tools [data-command="relax"]');
    const bar = page.getByTestId("arranging");
    await relax.click();
    await bar.getByText(`Arranging ${before.size} actors`).waitFor();
    expect(await bar.innerText()).not.toContain("longer");
    await bar.getByText("This takes longer than it should. Until it is done everything stands where it stood.").waitFor();
    expect(await page.getByTestId("undo").getAttribute("aria-disabled")).toBe("true");
    await page
      .getByTestId("outline")
      .getByRole("treeitem", { name: /^Kim Jong Un,/ })
      .click();
    expect(await headlineOf(page)).toBe("Kim Jong Un");
    await bar.getByRole("button", { name: "Stop" }).click();
    await notice(page, "Arranging was stopped; everything stands where it stood.");
    expect(await bar.count()).toBe(0);
    for (const [does, words] of [
      ["refuses", "No room is left. Everything stands where it stood."],
      ["dies", "The layout was not finished: its background worker stopped. Everything stands where it stood."],
    ] as const) {
      await page.evaluate((what) => {
        (globalThis as unknown as { workerDoes: string }).workerDoes = what;
      }, does);
      await relax.click();
      await notice(page, words);
    }
    expect(await placesOn(page)).toEqual(before);
    expect(await undoTitle(page)).toBe("Nothing to undo");
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
