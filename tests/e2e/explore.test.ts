import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestBrowser, headlineOf, type Opened, type TestBrowser } from "../support/browser-page.ts";
import { pointOver } from "../support/canvas-pointer.ts";

let browser: TestBrowser;
let opened: Opened;
let page: Page;

beforeAll(async () => {
  browser = await createTestBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  opened = await browser.visit();
  page = opened.page;
});
afterEach(() => expect(opened.troubles).toEqual([]));

const canvas = () => page.getByTestId("graph-canvas");
const inspector = () => page.getByTestId("inspector");
const countOf = async (what: "actors" | "relations"): Promise<number> => Number(await canvas().getAttribute(`data-${what}`));
async function search(text: string): Promise<void> {
  await page.keyboard.press("/");
  await page.getByTestId("search").fill(text);
  await page.getByRole("option").first().waitFor();
}
async function waitForActors(n: number): Promise<void> {
  await page.waitForSelector(`[data-testid="graph-canvas"][data-actors="${n}"]`);
}

describe("the main job in a browser", () => {
  it("searches an actor by a name in another script, adds it and shows what is claimed about it", async () => {
    const before = await countOf("actors");
    await search("김영복");
    expect(await page.getByRole("option").first().innerText()).toContain("김영복");
    await page.keyboard.press("Enter");
    await waitForActors(before + 1);
    await inspector().filter({ hasText: "Kim Yong Bok" }).waitFor();
    expect(await inspector().innerText()).toContain("Kim Jong Bok");
  });

  it("opens a relation and reads its claims: who says so, where, when, how many, how well graded, and the curator's doubt", async () => {
    await search("north korea");
    await page.keyboard.press("Enter");
    await inspector()
      .getByRole("button", { name: /sends troops to Russia/ })
      .click();
    expect(await headlineOf(page)).toBe("North Korea sends troops to Russia");
    const cards = page.getByTestId("claim-card");
    await expect.poll(() => cards.count()).toBeGreaterThanOrEqual(7);
    const seoul = await cards.filter({ hasText: "about 3,000 soldiers" }).filter({ hasText: "paragraph 4" }).innerText();
    expect(seoul).toMatch(/South Korean intelligence \(unnamed officials\)/);
    expect(seoul).toMatch(/paragraph 4/);
    expect(seoul).toMatch(/not recorded/);
    expect(seoul).toMatch(/C, fairly reliable/);
    expect(seoul).toMatch(/2, probably true/);
    expect(await cards.filter({ hasText: "a party to the matter" }).filter({ hasText: "28 April 2025" }).count()).toBeGreaterThan(
      0,
    );
    const polish = await cards.filter({ hasText: "Polish services" }).innerText();
    expect(polish).toMatch(/no figure of theirs/);
    expect(polish).not.toMatch(/3,000/);
  });

  it("says a relation by what is left of its evidence when a source is off, in the panel too", async () => {
    await search("North Korea sends troops to Russia");
    await page
      .getByRole("option", { name: /^North Korea sends troops to Russia/ })
      .first()
      .click();
    await page.getByTestId("claim-card").first().waitFor();
    expect(await headlineOf(page)).toBe("North Korea sends troops to Russia");
    await page
      .getByTestId("filters")
      .getByRole("checkbox", { name: /admission of sending soldiers/ })
      .click();
    expect(await headlineOf(page)).toBe("North Korea sends troops to Russia (denied by a party to it)");
    expect(await inspector().innerText()).toMatch(/left out by the filters/);
  });

  it("says an allegation with its hedge wherever it stands", async () => {
    await search("Cholma-1");
    await page.keyboard.press("Enter");
    await inspector()
      .getByRole("button", { name: /is alleged to deploy Cholma-1 to Syria/ })
      .click();
    await page.getByTestId("claim-card").first().waitFor();
    expect(await headlineOf(page)).toBe("North Korea is alleged to deploy Cholma-1 to Syria");
  });

  it("expands one hop, says so, and finds nothing new the second time", async () => {
    await search("Kim Yong Bok");
    await page.keyboard.press("Enter");
    await page.getByTestId("expand").click();
    await page
      .getByTestId("notice")
      .filter({ hasText: /Added \d+ neighbor/ })
      .waitFor();
    const after = await countOf("actors");
    await page.getByTestId("expand").click();
    await page.getByTestId("notice").filter({ hasText: "Nothing new around Kim Yong Bok" }).waitFor();
    expect(await countOf("actors")).toBe(after);
  });

  it("filters by kind and status, tells what is hidden and why, and undoes step by step", async () => {
    const [actors, relations] = [await countOf("actors"), await countOf("relations")];
    const filters = page.getByTestId("filters");
    await filters.getByRole("checkbox", { name: /Military unit/ }).uncheck();
    await waitForActors(actors - 3);
    expect(await page.getByTestId("status-line").innerText()).toContain("3 hidden by the kind filter");
    await filters.getByRole("checkbox", { name: /reported/i }).uncheck();
    await page.getByRole("button", { name: /Remove filter without: reported/ }).waitFor();
    expect(await countOf("relations")).toBeLessThan(relations / 2);
    await page.getByTestId("undo").click();
    await page.getByTestId("undo").click();
    await waitForActors(actors);
    expect(await countOf("relations")).toBe(relations);
    await page.getByTestId("redo").click();
    await waitForActors(actors - 3);
  });

  it("hides by key on the canvas, brings it back, and walks with the arrows", async () => {
    const actors = await countOf("actors");
    await canvas().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const name = await headlineOf(page);
    await page.keyboard.press("h");
    await waitForActors(actors - 1);
    expect(await page.getByTestId("notice").innerText()).toContain(name);
    await page.keyboard.press("u");
    await waitForActors(actors);
    await page.keyboard.press("Control+z");
    await waitForActors(actors - 1);
  });

  it("does in the list what the canvas does", async () => {
    const outline = page.getByTestId("outline");
    await outline.getByRole("treeitem", { name: /^Kim Jong Un/ }).click();
    expect(await headlineOf(page)).toBe("Kim Jong Un");
    const actors = await countOf("actors");
    await outline.getByRole("button", { name: /^Expand Kim Jong Un/ }).click();
    await page
      .getByTestId("notice")
      .filter({ hasText: /Added \d+ neighbor/ })
      .waitFor();
    expect(await countOf("actors")).toBeGreaterThan(actors);
    const expanded = await countOf("actors");
    await outline.getByRole("button", { name: "Commands for Kim Jong Un" }).click();
    await page.getByRole("menuitem", { name: /^Hide/ }).click();
    await waitForActors(expanded - 1);
  });

  it("answers a click, a double click and a hover on the canvas", async () => {
    const actors = await countOf("actors");
    await search("Bashar al-Assad");
    await page.keyboard.press("Enter");
    await canvas().focus();
    await page.keyboard.press("f");
    const hit = await pointOver(page, "person/bashar-al-assad");
    await page.mouse.move(hit.x, hit.y);
    await page.getByText("Bashar al-Assad · Person").waitFor();
    await page.mouse.dblclick(hit.x, hit.y);
    await page.getByTestId("notice").filter({ hasText: "of Bashar al-Assad" }).waitFor();
    expect(await countOf("actors")).toBeGreaterThan(actors);
  });

  it("opens each starter question with at most 60 actors, and says so when a search finds nothing", async () => {
    const questions = page.getByRole("region", { name: "Start with a question" }).getByRole("button");
    for (let i = 0; i < (await questions.count()); i++) {
      await questions.nth(i).click();
      expect(await countOf("actors")).toBeLessThanOrEqual(60);
      expect(await countOf("relations")).toBeGreaterThan(3);
    }
    await page.getByTestId("search").fill("qqqqqq");
    await page.getByText("Nothing is recorded under “qqqqqq”. That does not mean there is nothing.").waitFor();
  });
});
