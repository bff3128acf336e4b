import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { axeViolations, createTestBrowser, type Opened, type TestBrowser, whenReady } from "../support/browser-page.ts";

let browser: TestBrowser;

beforeAll(async () => {
  browser = await createTestBrowser();
}, 60_000);
afterAll(() => browser.close());

const strip = (page: Page) => page.getByTestId("timeline");
const slider = (page: Page, name: string) => strip(page).getByRole("slider", { name });
const relationsIn = async (page: Page) => Number(await page.getByTestId("graph-canvas").getAttribute("data-relations"));
const valueText = (page: Page, name: string) => slider(page, name).getAttribute("aria-valuetext");

describe("the timeline", () => {
  let opened: Opened;
  let page: Page;
  beforeEach(async () => {
    opened = await browser.visit();
    page = opened.page;
    await page.getByTestId("histogram").waitFor();
  });
  afterEach(() => expect(opened.troubles).toEqual([]));

  it("sets the range by keys, filters the relations, says so, and is undone step by step", async () => {
    const all = await relationsIn(page);
    await slider(page, "First day").focus();
    await page.keyboard.press("End");
    const last = await valueText(page, "First day");
    expect(last).toMatch(/^20\d\d-\d\d-01$/);
    await page.waitForFunction((n) => Number(document.querySelector<HTMLElement>(".canvas")?.dataset.relations) < n, all);
    const left = await relationsIn(page);
    expect(await strip(page).innerText()).toContain(`${left} of ${all} relations shown in this range`);
    await page.keyboard.press("PageDown");
    expect((await valueText(page, "First day")) ?? "").toMatch(/^\d{4}-\d\d-01$/);
    expect(Date.parse((await valueText(page, "First day")) ?? "")).toBeLessThan(Date.parse(last ?? ""));
    await page.getByTestId("undo").click();
    expect(await valueText(page, "First day")).toBe(last);
    expect(await page.getByTestId("undo").getAttribute("aria-label")).toBe(`Undo: Time range from ${last}`);
    await page.getByTestId("undo").click();
    expect(await valueText(page, "First day")).toMatch(/^open, before \d{4}-\d\d-\d\d too$/);
    expect(await relationsIn(page)).toBe(all);
  });

  it("is one step of the history however long a key is held", async () => {
    await slider(page, "Last day").focus();
    for (let i = 0; i < 5; i++) await page.keyboard.down("ArrowLeft");
    await page.keyboard.up("ArrowLeft");
    expect(await valueText(page, "Last day")).toMatch(/^20\d\d-\d\d-3[01]$/);
    await page.getByTestId("undo").click();
    expect(await valueText(page, "Last day")).toMatch(/^open, after \d{4}-\d\d-\d\d too$/);
  });

  it("takes typed dates of every precision, and clears them", async () => {
    const from = strip(page).getByRole("textbox", { name: "From" });
    const to = strip(page).getByRole("textbox", { name: "To" });
    await from.fill("2024-10");
    await page.keyboard.press("Enter");
    expect(await valueText(page, "First day")).toBe("2024-10-01");
    await to.fill("2024");
    await page.keyboard.press("Enter");
    expect(await valueText(page, "Last day")).toBe("2024-12-31");
    expect([await from.inputValue(), await to.inputValue()]).toEqual(["2024-10-01", "2024-12-31"]);
    await strip(page).getByRole("button", { name: "Clear" }).click();
    expect(await from.inputValue()).toBe("");
    expect(await valueText(page, "Last day")).toMatch(/^open/);
  });

  it("refuses what is no date or turns the range around, says what is meant, and changes nothing", async () => {
    const to = strip(page).getByRole("textbox", { name: "To" });
    await to.fill("2024-13");
    await page.keyboard.press("Enter");
    expect(await strip(page).getByRole("alert").innerText()).toMatch(/“2024-13” is not a date.*2024, 2024-10 or 2024-10-28/);
    expect(await to.getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByTestId("undo").getAttribute("aria-label")).toBe("Nothing to undo");
    await page.keyboard.press("Escape");
    expect(await strip(page).getByRole("alert").count()).toBe(0);
    expect(await to.inputValue()).toBe("");
    await to.fill("2020");
    await page.keyboard.press("Enter");
    await strip(page).getByRole("textbox", { name: "From" }).fill("2021");
    await page.keyboard.press("Enter");
    expect(await strip(page).getByRole("alert").innerText()).toMatch(/end before it begins/);
    expect(await valueText(page, "First day")).toMatch(/^open/);
  });

  it("keeps a date of year precision at the border of a range, from either side", async () => {
    const from = strip(page).getByRole("textbox", { name: "From" });
    const to = strip(page).getByRole("textbox", { name: "To" });
    const all = await relationsIn(page);
    await page.getByTestId("search").fill("Assad government");
    await page.keyboard.press("Enter");
    await from.fill("2012-12-31");
    await page.keyboard.press("Enter");
    await to.fill("2012-12-31");
    await page.keyboard.press("Enter");
    const borderline = await relationsIn(page);
    await from.fill("2011");
    await page.keyboard.press("Enter");
    await to.fill("2012-01-01");
    await page.keyboard.press("Enter");
    expect(await relationsIn(page)).toBe(borderline);
    expect(borderline).toBeLessThan(all);
    await to.fill("2011-12-31");
    await page.keyboard.press("Enter");
    expect(await relationsIn(page)).toBeLessThan(borderline);
  });

  it("is set by dragging a handle and by drawing over the bars", async () => {
    const box = await slider(page, "First day").boundingBox();
    const first = Number(await slider(page, "First day").getAttribute("aria-valuemin"));
    const track = await page.getByTestId("histogram").boundingBox();
    if (box === null || track === null) throw new Error("no timeline");
    await page.mouse.move(box.x + 12, box.y + 12);
    await page.mouse.down();
    await page.mouse.move(track.x + track.width / 2, box.y + 12, { steps: 4 });
    await page.mouse.up();
    const middle = Number(await slider(page, "First day").getAttribute("aria-valuenow"));
    expect(middle).toBeGreaterThan(first);
    expect(await valueText(page, "First day")).toMatch(/^\d{4}-\d\d-01$/);
    await page.mouse.move(track.x + track.width * 0.3, track.y + 20);
    await page.mouse.down();
    await page.mouse.move(track.x + track.width * 0.6, track.y + 20, { steps: 4 });
    await page.mouse.up();
    const [from, to] = await Promise.all(
      ["First day", "Last day"].map(async (name) => Number(await slider(page, name).getAttribute("aria-valuenow"))),
    );
    expect(from).toBeGreaterThan(first);
    expect(from).toBeLessThan(middle);
    expect(to).toBeGreaterThan(middle);
    expect(await valueText(page, "First day")).toMatch(/^\d{4}-\d\d-01$/);
    expect(await valueText(page, "Last day")).toMatch(/^\d{4}-\d\d-3[01]$/);
  });

  it("is closed and opened, tells the range while closed, and is found as it was left", async () => {
    const toggle = () => strip(page).getByRole("button", { name: "Timeline" });
    await strip(page).getByRole("textbox", { name: "From" }).fill("2024");
    await page.keyboard.press("Enter");
    const zoomed = await page.getByTestId("graph-canvas").boundingBox();
    await toggle().click();
    expect(await strip(page).innerText()).toContain("Only what may have held from 2024-01-01");
    expect((await page.getByTestId("graph-canvas").boundingBox())?.height).toBeGreaterThan(zoomed?.height ?? 0);
    await page.reload();
    await whenReady(page);
    expect(await toggle().getAttribute("aria-expanded")).toBe("false");
    expect(await page.getByTestId("histogram").count()).toBe(0);
  });
});

describe("the timeline in its place", () => {
  it("fits the room kept for it at every width", async () => {
    const { page } = await browser.visit();
    await page.getByTestId("histogram").waitFor();
    for (const width of [768, 900, 1024, 1100, 1280, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const spare = await page.locator(".strip").evaluate((e) => e.clientHeight - (e.firstElementChild?.scrollHeight ?? 0));
      expect([width, spare]).toEqual([width, expect.toSatisfy((n: number) => n >= 0 && n < 40)]);
    }
  });

  // Each scheme at one width: together they meet all colours and all arrangements, in half the time.
  for (const [colorScheme, width] of [
    ["light", 390],
    ["dark", 1440],
  ] as const)
    it(`has no accessibility violation axe can see, ${colorScheme}, ${width} px wide`, async () => {
      const { page } = await browser.visit({ colorScheme, viewport: { width, height: 844 } });
      if (width < 768) {
        await page.getByRole("radiogroup", { name: "What to show" }).getByText("Graph", { exact: true }).click();
        const toggle = strip(page).getByRole("button", { name: "Timeline" });
        expect(await toggle.getAttribute("aria-expanded")).toBe("false");
        await toggle.click();
      }
      await page.getByTestId("histogram").waitFor();
      await strip(page).getByRole("textbox", { name: "From" }).fill("2024-99");
      await page.keyboard.press("Enter");
      expect(await axeViolations(page, { part: ".timeline" })).toEqual([]);
      await strip(page).getByRole("textbox", { name: "From" }).fill("2024");
      await page.keyboard.press("Enter");
      expect(await axeViolations(page, { part: ".timeline" })).toEqual([]);
    });
});
