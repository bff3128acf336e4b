import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildGraph, orderedClaimsOf } from "../../src/graph/build.ts";
import { writeSnapshot } from "../../src/graph/write-snapshot.ts";
import { sha256Hex } from "../support/arbitraries.ts";
import {
  axeViolations,
  createTestBrowser,
  headlineOf,
  type Opened,
  type TestBrowser,
  whenReady,
} from "../support/browser-page.ts";
import { datasetOf } from "../support/small-data.ts";

const ALL = (JSON.parse(readFileSync("public/graph.json", "utf8")) as { actors: { id: readonly string[] } }).actors.id.length;
let browser: TestBrowser;

beforeAll(async () => {
  browser = await createTestBrowser();
}, 60_000);
afterAll(() => browser.close());

const gridOf = (page: Page) => page.getByTestId("grid");
const namesIn = (page: Page) => gridOf(page).locator('[role="row"] [role="gridcell"]:first-child').allInnerTexts();
const selectedIn = (page: Page) => gridOf(page).locator('[aria-selected="true"] [role="gridcell"]:first-child').allInnerTexts();
const countIn = (page: Page) => page.getByTestId("table-count").innerText();
const choose = (page: Page, group: string, name: string) =>
  page.getByRole("radiogroup", { name: group, exact: true }).getByText(name, { exact: true }).click();
const isSorted = (names: readonly string[], sign = 1): boolean =>
  names.every((name, i) => i === 0 || sign * new Intl.Collator("en", { numeric: true }).compare(names[i - 1] ?? "", name) <= 0);
async function openTable(page: Page): Promise<void> {
  await whenReady(page);
  await choose(page, "Show as", "Table");
  await gridOf(page).waitFor();
}
/** Cell with the focus, as "row column"; the heading is row -1. */
const focusedCell = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-cell]")?.dataset.cell);

describe("the table", () => {
  let opened: Opened;
  let page: Page;
  beforeEach(async () => {
    opened = await browser.visit();
    page = opened.page;
    await openTable(page);
  });
  afterEach(() => expect(opened.troubles).toEqual([]));
  const canvas = () => page.getByTestId("graph-canvas");
  /** The canvas is out of sight while the table is shown. */
  const waitForActors = (n: number) =>
    page.waitForSelector(`[data-testid="graph-canvas"][data-actors="${n}"]`, { state: "attached" });
  const row = (text: string) => gridOf(page).locator('[role="row"]').filter({ hasText: text });
  const cell = (name: string) => gridOf(page).getByRole("gridcell", { name, exact: true });

  it("lists what is shown, then everything, and says how many of how many", async () => {
    const shown = Number(await canvas().getAttribute("data-actors"));
    expect(await countIn(page)).toBe(`${shown} of ${ALL} actors shown`);
    expect(await gridOf(page).getAttribute("aria-rowcount")).toBe(String(shown + 1));
    await choose(page, "Rows of what", "Whole dataset");
    expect(await countIn(page)).toBe(`All ${ALL} actors of the dataset`);
    await choose(page, "Rows", "Relations");
    const [, total] = /^All (\d+) relations of the dataset$/.exec(await countIn(page)) ?? [];
    expect(total).toBeDefined();
    await choose(page, "Rows of what", "Shown");
    expect(await countIn(page)).toBe(`${await canvas().getAttribute("data-relations")} of ${total} relations shown`);
  });

  it("sorts by any column, by click and by key, and says which way", async () => {
    expect(isSorted(await namesIn(page))).toBe(true);
    const heading = gridOf(page).getByRole("columnheader", { name: "Name" });
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    await heading.getByRole("button").click();
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
    expect(isSorted(await namesIn(page), -1)).toBe(true);
    const all = gridOf(page).getByRole("columnheader", { name: "All relations" });
    await all.getByRole("button").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await all.getAttribute("aria-sort")).toBe("descending");
    expect(await heading.getAttribute("aria-sort")).toBe("none");
    expect((await namesIn(page))[0]).toBe("North Korea");
  });

  it("filters by text without regard to case and diacritics, and says so when nothing holds it", async () => {
    const filter = page.getByRole("textbox", { name: "Filter the actors by text" });
    await filter.fill("KÖREA");
    await page.getByTestId("table-count").filter({ hasText: "hold" }).waitFor();
    expect(await countIn(page)).toMatch(new RegExp(`^\\d+ of 17 hold “KÖREA” · 17 of ${ALL} actors shown$`));
    expect(await namesIn(page)).toContain("South Korea");
    expect(await namesIn(page)).not.toContain("Russia");
    await filter.fill("qqqq");
    await page.getByText("No actor here holds “qqqq”.").waitFor();
  });

  it("selects one, several and a range, in step with canvas, inspector and list", async () => {
    await cell("Kim Jong Un").click();
    expect(await headlineOf(page)).toBe("Kim Jong Un");
    await row("Cholma-1")
      .first()
      .click({ modifiers: ["Control"] });
    expect(await headlineOf(page)).toBe("2 actors");
    expect(await selectedIn(page)).toEqual(["Cholma-1", "Kim Jong Un"]);
    await cell("Bashar al-Assad").click();
    await row("Kim Jong Un")
      .first()
      .click({ modifiers: ["Shift"] });
    const names = await namesIn(page);
    expect(await selectedIn(page)).toEqual(names.slice(names.indexOf("Bashar al-Assad"), names.indexOf("Kim Jong Un") + 1));
    await page
      .getByTestId("outline")
      .getByRole("treeitem", { name: /^Syria,/ })
      .click();
    expect(await selectedIn(page)).toEqual(["Syria"]);
  });

  it("is walked by keys, one stop for Tab, and selects with Space", async () => {
    await cell("Assad government").click();
    expect(await focusedCell(page)).toBe("0 0");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    expect(await focusedCell(page)).toBe("1 1");
    await page.keyboard.press("End");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Hide Bashar al-Assad");
    await page.keyboard.press("Home");
    await page.keyboard.press("Control+End");
    expect(await focusedCell(page)).toBe("16 8");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("PageDown");
    const [paged] = (await focusedCell(page))?.split(" ").map(Number) ?? [];
    expect(paged).toBeGreaterThan(3);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowUp");
    expect(await focusedCell(page)).toBe("-1 0");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    expect(await selectedIn(page)).toEqual(["Assad government", "Bashar al-Assad"]);
    await page.keyboard.press("Space");
    expect(await selectedIn(page)).toEqual(["Assad government"]);
    await page.keyboard.press("Shift+ArrowDown");
    expect(await selectedIn(page)).toHaveLength(2);
    expect(await gridOf(page).locator('[tabindex="0"]').count()).toBe(1);
  });

  it("hides by its row's button, keeps the focus in the table, and undo brings the row back", async () => {
    await gridOf(page).getByRole("button", { name: "Hide Cholma-1", exact: true }).click();
    await page
      .getByTestId("table-count")
      .filter({ hasText: `16 of ${ALL}` })
      .waitFor();
    expect(await canvas().getAttribute("data-actors")).toBe("16");
    expect(await focusedCell(page)).toMatch(/^\d+ 8$/);
    await page.keyboard.press("Control+z");
    await page
      .getByTestId("table-count")
      .filter({ hasText: `17 of ${ALL}` })
      .waitFor();
    expect(await namesIn(page)).toContain("Cholma-1");
  });

  it("runs every command on the row in focus by its key: expand, collapse, pin, focus, hide, show again", async () => {
    const step = (text: string | RegExp) =>
      page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name: text }).first().waitFor();
    const actors = Number(await canvas().getAttribute("data-actors"));
    await cell("Kim Jong Un").click();
    await page.keyboard.press("e");
    await step("Expanded Kim Jong Un");
    const expanded = Number(await canvas().getAttribute("data-actors"));
    expect(expanded).toBeGreaterThan(actors);
    expect(await page.evaluate(() => document.activeElement?.closest("[data-item]")?.getAttribute("data-item"))).toBe(
      "person/kim-jong-un",
    );
    await page.keyboard.press("c");
    await step("Collapsed Kim Jong Un");
    expect(Number(await canvas().getAttribute("data-actors"))).toBeLessThan(expanded);
    await page.keyboard.press("p");
    await step(/^Pinned/);
    await page.keyboard.press("1");
    await step(/^Focused on one hop/);
    await page.keyboard.press("0");
    await step(/Left the focus|Showed everything/);
    const before = Number(await canvas().getAttribute("data-actors"));
    await page.keyboard.press("h");
    await waitForActors(before - 1);
    await expect.poll(() => namesIn(page)).not.toContain("Kim Jong Un");
    expect(await focusedCell(page)).toMatch(/^\d+ 0$/);
    await page.keyboard.press("u");
    await waitForActors(before);
    await page.keyboard.press("d");
    await page.getByTestId("description").filter({ hasText: /./ }).waitFor();
  });

  it("adds and expands from its rows", async () => {
    await choose(page, "Rows of what", "Whole dataset");
    await page.getByRole("textbox", { name: "Filter the actors by text" }).fill("Kim Yong Bok");
    await gridOf(page).getByRole("button", { name: "Add Kim Yong Bok to the canvas" }).click();
    await waitForActors(18);
    expect(await selectedIn(page)).toEqual(["Kim Yong Bok"]);
    await gridOf(page)
      .getByRole("button", { name: /^Expand Kim Yong Bok/ })
      .click();
    await page
      .getByTestId("notice")
      .filter({ hasText: /Added \d+ neighbor/ })
      .waitFor();
  });

  it("says relations with their hedges, opens their evidence, and adds both ends in one step", async () => {
    await choose(page, "Rows", "Relations");
    const alleged = row("deploy Cholma-1").first();
    expect(await alleged.getByRole("gridcell").first().innerText()).toBe("North Korea is alleged to deploy Cholma-1 to Syria");
    expect(await alleged.innerText()).toContain("alleged");
    await alleged.getByRole("button", { name: /^Evidence/ }).click();
    await page.getByTestId("claim-card").first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("inspector");
    await choose(page, "Rows of what", "Whole dataset");
    await page.getByRole("textbox", { name: "Filter the relations by text" }).fill("zelensky");
    const actors = Number(await canvas().getAttribute("data-actors"));
    await gridOf(page)
      .getByRole("button", { name: /^Add both ends/ })
      .first()
      .click();
    await page
      .getByTestId("notice")
      .filter({ hasText: /canvas|Added/ })
      .waitFor();
    expect(Number(await canvas().getAttribute("data-actors"))).toBeGreaterThan(actors);
    await page.keyboard.press("Control+z");
    await waitForActors(actors);
  });

  it("gives claims in full, selects the relation they are about, and keeps the view of the canvas", async () => {
    await choose(page, "Rows", "Claims");
    await page.getByRole("textbox", { name: "Filter the claims by text" }).fill("about 3,000 soldiers");
    const claim = row("about 3,000 soldiers").filter({ hasText: "South Korean intelligence (unnamed officials)" }).first();
    await claim.waitFor();
    expect(await claim.innerText()).toMatch(/South Korean intelligence \(unnamed officials\)/);
    expect(await claim.innerText()).toMatch(/C, fairly reliable/);
    await claim.click();
    expect(await headlineOf(page)).toBe("North Korea sends troops to Russia");
    const before = await canvas().boundingBox();
    await choose(page, "Show as", "Graph");
    expect(await canvas().boundingBox()).toEqual(before);
    expect(await gridOf(page).count()).toBe(0);
    await choose(page, "Show as", "Table");
    expect(await page.getByRole("textbox", { name: "Filter the claims by text" }).inputValue()).toBe("about 3,000 soldiers");
  });
});

describe("the table under strain", () => {
  it("says how many claims could not be loaded, and loads them when asked again", async () => {
    let isBroken = true;
    const { page } = await browser.open({}, async (fresh) => {
      await fresh.route("**/claims/*", (route) => (isBroken ? route.abort() : route.continue()));
    });
    await openTable(page);
    await choose(page, "Rows", "Claims");
    await page.getByText(/The details of (\d+) of \1 claims could not be loaded/).waitFor();
    expect(await gridOf(page).locator('[role="row"]').count()).toBeGreaterThan(5);
    isBroken = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await gridOf(page).getByText("reportedly").first().waitFor();
    expect(await page.getByText("could not be loaded").count()).toBe(0);
    await page.context().close();
  });

  it("holds only the rows in sight of ten thousand, reaches the last by key, and reads only those claims in full", async () => {
    const data = datasetOf(Array.from({ length: 10_000 }, (_, i) => [`state/a${i % 101}`, "attacks", `org/b${i}`] as const));
    const files = new Map(
      writeSnapshot(buildGraph(data, { sha256Hex }), orderedClaimsOf(data), sha256Hex).map(({ name, text }) => [name, text]),
    );
    const read = new Set<string>();
    const { page, troubles } = await browser.open({}, async (fresh) => {
      await fresh.route(/\/(?:graph\.json|claims\/.*)$/, (route) => {
        const name = new URL(route.request().url()).pathname.slice(1);
        if (name.startsWith("claims/")) read.add(name);
        return route.fulfill({ body: files.get(name) ?? "", contentType: "application/json" });
      });
    });
    await openTable(page);
    await page.getByText("No actor is shown.", { exact: false }).last().waitFor();
    await choose(page, "Rows", "Relations");
    await choose(page, "Rows of what", "Whole dataset");
    const grid = gridOf(page);
    await page.getByTestId("table-count").filter({ hasText: "All 10000 relations" }).waitFor();
    expect(await grid.getAttribute("aria-rowcount")).toBe("10001");
    expect(await grid.locator('[role="row"]').count()).toBeLessThan(60);
    await grid.locator('[data-cell="0 0"]').click();
    await page.keyboard.press("Control+End");
    expect(await focusedCell(page)).toBe("9999 10");
    await page.keyboard.press("Home");
    expect(await grid.locator('[data-cell="9999 0"]').isVisible()).toBe(true);
    expect(await grid.locator('[role="row"]').count()).toBeLessThan(60);
    const details = [...files.keys()].filter((name) => /^claims\/\d/.test(name));
    await choose(page, "Rows", "Claims");
    await grid.locator(`[data-cell="0 0"]`).getByText("attacks").waitFor();
    await grid.locator('[data-cell="0 0"]').click();
    await page.keyboard.press("Control+End");
    await grid.locator('[data-cell="9999 0"]').getByText("attacks").waitFor();
    expect(details.length).toBe(40);
    expect(read.size).toBeLessThan(6);
    await grid.getByRole("columnheader", { name: "Who says so" }).getByRole("button").click();
    await expect.poll(() => read.size, { timeout: 30_000 }).toBe(details.length);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  // Each scheme at one width: together they meet all colours and all arrangements, in half the time.
  for (const [colorScheme, width] of [
    ["light", 390],
    ["dark", 1440],
  ] as const)
    it(`has no accessibility violation axe can see, ${colorScheme}, ${width} px wide`, async () => {
      const { page } = await browser.visit({ colorScheme, viewport: { width, height: 844 } });
      if (width < 768) await page.getByLabel("More to show").selectOption("table");
      else await choose(page, "Show as", "Table");
      await gridOf(page).waitFor();
      const part = ".table-pane";
      expect(await axeViolations(page, { part })).toEqual([]);
      await choose(page, "Rows", "Relations");
      await choose(page, "Rows of what", "Whole dataset");
      expect(await axeViolations(page, { part })).toEqual([]);
      await choose(page, "Rows", "Claims");
      await gridOf(page).getByText("reportedly").first().waitFor();
      expect(await axeViolations(page, { part })).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow).toBe(0);
    });
});
