import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  axeViolations,
  createTestBrowser,
  headlineOf,
  type Opened,
  type TestBrowser,
  whenReady,
} from "../support/browser-page.ts";
import { paneDataset, servesDataset } from "../support/pane-data.ts";

let browser: TestBrowser;
let opened: Opened;
let page: Page;

beforeAll(async () => {
  browser = await createTestBrowser();
  opened = await browser.open({}, servesDataset(paneDataset()));
  page = opened.page;
  await whenReady(page);
}, 60_000);
afterAll(async () => {
  expect(opened.troubles).toEqual([]);
  await browser.close();
});

const choose = (group: string, name: string) =>
  page.getByRole("radiogroup", { name: group, exact: true }).getByText(name, { exact: true }).click();
const side = (direction: "in" | "out") => page.getByTestId(`support-${direction}`);
const supporter = (direction: "in" | "out", name: string) => side(direction).getByRole("article", { name, exact: true });
const cell = (name: string | RegExp) => page.getByTestId("matrix").getByRole("gridcell", { name });
const said = (name: RegExp) => cell(name).locator(".matrix-said").innerText();
const focused = () => page.evaluate(() => document.activeElement?.textContent);
const headline = () => headlineOf(page);

describe("who supports whom, around one actor", () => {
  it("comes by key, takes the focus, and begins with the actor of most support", async () => {
    await page.getByTestId("graph-canvas").focus();
    await page.keyboard.press("w");
    await page.getByTestId("supporter").first().waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "support-pane");
    expect(await page.getByTestId("support-actor").inputValue()).toBe("Eastland");
    expect(await page.getByTestId("support-count").innerText()).toContain(
      "1 actor said to support Eastland, 2 the other way round",
    );
  });

  it("says who, how established, on how many origins, since when and through what, hedged", async () => {
    expect(await supporter("in", "Northland").innerText()).toMatch(/reported at best · 1 origin · since not recorded/);
    const lines = await supporter("in", "Northland").getByTestId("relation-line").allInnerTexts();
    expect(lines.map((text) => text.replace(/\s+/g, " "))).toEqual([
      "Eastland is reportedly allied with Northland · reported",
      expect.stringMatching(/It is disputed that Northland supplies shells to Eastland · disputed$/),
    ]);
    expect(await supporter("out", "Southland").innerText()).toMatch(/reported · 3 origins · since 2023-10/);
  });

  it("opens the evidence of a relation and keeps its own actor", async () => {
    await supporter("out", "Southland").getByTestId("relation-line").click();
    await page.getByTestId("claim-card").first().waitFor();
    expect(await headline()).toBe("Eastland reportedly supplies shells to Southland");
    expect(await page.getByTestId("support-actor").inputValue()).toBe("Eastland");
  });

  it("asks about another, by name and by hops, and says by way of whom", async () => {
    await page.getByTestId("support-actor").fill("southl");
    await page.getByRole("option", { name: /Southland/ }).click();
    await supporter("in", "Eastland").waitFor();
    expect(await supporter("in", "Northland").count()).toBe(0);
    await choose("Hops at most", "2 hops");
    await supporter("in", "Northland").waitFor();
    expect(await supporter("in", "Northland").innerText()).toContain("By way of Eastland");
    expect(await side("in").innerText()).toContain("2 hops away: said to support one of those above");
    await page.getByRole("button", { name: "Ask about Northland instead" }).click();
    await supporter("out", "Southland").waitFor();
  });

  it("says the same of opposition, and that opponents in common are a pattern", async () => {
    await choose("What is asked", "Opposition");
    await page.getByRole("region", { name: "Northland is said to oppose" }).waitFor();
    await supporter("out", "Westland").waitFor();
    expect(await side("in").innerText()).toContain("Not recorded under the current filters");
    const shared = page.getByTestId("shared-opponents");
    expect(await shared.innerText()).toContain("A pattern in what is recorded, not a claim");
    expect((await shared.getByRole("listitem").allInnerTexts()).map((t) => t.replace(/\s+/g, " "))).toEqual([
      "Isleland 1 opponent in common: Westland",
    ]);
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe("the matrix", () => {
  it("shows status, relations and origins of each pair, and never an empty cell as no", async () => {
    await choose("Form of the answer", "Matrix");
    await choose("What is asked", "Support");
    await cell("Northland to Eastland: reported at best; 2 relations, 1 independent origin").waitFor();
    expect((await said(/^Northland to Eastland/)).replace(/\s+/g, " ")).toBe("2 · 1 reported");
    expect(await cell("Southland to Eastland: not recorded").count()).toBe(0);
    expect(await cell("Northland to Westland: not recorded").count()).toBe(1);
    expect(await page.getByTestId("matrix-count").innerText()).toContain("Empty: not recorded, never “no”.");
  });

  it("opens the evidence of a cell, and brings both ends onto the canvas only when asked", async () => {
    await cell(/^Northland to Eastland/).click();
    expect(await headline()).toBe("2 relations");
    expect(await cell(/^Northland to Eastland/).getAttribute("aria-selected")).toBe("true");
    expect(await page.getByTestId("matrix-pair").getByTestId("relation-line").count()).toBe(2);
    expect(await page.getByTestId("graph-canvas").getAttribute("data-actors")).toBe("0");
    await page.getByRole("button", { name: "Show both on the canvas" }).click();
    await page.waitForSelector('[data-testid="graph-canvas"][data-actors="2"]', { state: "attached" });
    expect(await headline()).toBe("2 relations");
    await choose("Matrix of whom", "On the canvas");
    await page.getByTestId("matrix-count").filter({ hasText: "2 rows, 2 columns, 2 pairs recorded" }).waitFor();
    await choose("Matrix of whom", "States");
    await page.getByTestId("matrix-count").filter({ hasText: "4 rows, 5 columns" }).waitFor();
  });

  it("is walked by keys with one stop for Tab, to its names too", async () => {
    await cell(/^Northland to Eastland/).click();
    await page.keyboard.press("Control+Home");
    expect(await focused()).toContain("Eastland");
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe("Row is said to support column");
    await page.keyboard.press("End");
    expect(await focused()).toBe("Westland");
    await page.keyboard.press("Enter");
    expect(await headline()).toBe("Westland");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toMatch(/^Eastland to Westland: not recorded/);
    await page.keyboard.press("Enter");
    await page.getByTestId("matrix-pair").filter({ hasText: "That is not “no”." }).waitFor();
    expect(await page.getByTestId("matrix").locator('[tabindex="0"]').count()).toBe(1);
  });

  it("names the conduct of violations, and follows the filters of the view", async () => {
    await choose("What is asked", "Violations");
    const violation = cell(/^Northland to Resolution 1: alleged; .*; through the arms trade$/);
    await violation.waitFor();
    expect((await said(/^Northland to Resolution 1/)).replace(/\s+/g, " ")).toBe("1 · 1 alleged: the arms trade");
    await violation.click();
    expect(await headline()).toBe("Northland is alleged to violate Resolution 1");
    await page.getByRole("button", { name: "Show both on the canvas" }).click();
    await page
      .getByTestId("filters")
      .getByRole("checkbox", { name: /^alleged/i })
      .uncheck();
    await page.getByText("no one is recorded as said to violate another under the current filters").waitFor();
    await page.keyboard.press("Control+z");
    await violation.waitFor();
  });

  for (const [colorScheme, viewport] of [
    ["light", { width: 1440, height: 900 }],
    ["dark", { width: 390, height: 844 }],
  ] as const)
    it(`has no violation axe can see, and is usable at ${viewport.width} px, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      if (viewport.width < 768) {
        await page.getByRole("combobox", { name: "More to show" }).selectOption("support");
        await page.getByRole("button", { name: "Close" }).click();
      }
      await choose("What is asked", "Support");
      await cell(/^Northland to Eastland/).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      const fits = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
      expect(fits).toBe(true);
      await choose("Form of the answer", "Around one actor");
      await page.getByTestId("supporter").first().waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await choose("Form of the answer", "Matrix");
    });
});
