import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readData } from "../../scripts/read-data.ts";
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

const flat = (text: string): string => text.replace(/\s+/g, " ").trim();
const part = (id: string) => page.getByTestId(`part-${id}`);
const title = async (id: string) => flat(await part(id).getByRole("heading").innerText());
const headline = () => headlineOf(page);
const filter = () => page.getByRole("textbox", { name: "Filter the disputes by text" });

describe("the disputes", () => {
  it("come by key, and list denials, contradictions, corrections, withdrawals and notes with their counts", async () => {
    await page.getByTestId("graph-canvas").focus();
    await page.keyboard.press("v");
    await part("flagged").waitFor();
    expect(await Promise.all(["disputed", "contradictions", "corrections", "withdrawn", "flagged"].map(title))).toEqual([
      "Relations that someone denies 1",
      "Claims that cannot all be right 2",
      "Corrections by sources 1",
      "Withdrawn claims 1",
      "Curators’ notes on claims 1",
    ]);
  });

  it("hold claims for and against side by side, by date and origin", async () => {
    const [dispute] = await page.getByTestId("dispute").all();
    if (dispute === undefined) throw new Error("no dispute");
    expect(flat(await dispute.getByTestId("relation-line").innerText())).toMatch(
      /It is disputed that Northland supplies shells to Eastland · disputed$/,
    );
    const [pro, contra] = [
      dispute.getByRole("group", { name: "For", exact: true }),
      dispute.getByRole("group", { name: "Against", exact: true }),
    ];
    expect(flat(await pro.innerText())).toBe("For 1 2024-01-10 The Daily · alleged · Ships and shells");
    expect(flat(await contra.innerText())).toBe("Against 1 2024-06-01 Eastland · denied · Denials");
    const [left, right] = [await pro.boundingBox(), await contra.boundingBox()];
    expect(left?.y).toBe(right?.y);
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
  });

  it("hold each contradiction with its sides, and select the relation at a click", async () => {
    const figures = part("contradictions").locator('[data-kind="quantity"]');
    expect(flat(await figures.innerText())).toContain("Figures that cannot all be right");
    expect(await figures.getByRole("group", { name: "10 rounds" }).count()).toBe(1);
    expect(await figures.getByRole("group", { name: "500 rounds" }).count()).toBe(1);
    await figures.getByTestId("relation-line").click();
    await page.getByTestId("claim-card").first().waitFor();
    expect(await headline()).toBe("Eastland reportedly supplies shells to Southland");
  });

  it("hold what curators and sources say of errors", async () => {
    expect(await part("flagged").innerText()).toContain("The record of the port says otherwise.");
    expect(flat(await part("corrections").innerText())).toContain("A later reckoning · 2025-03-01 The figure was corrected.");
    expect(flat(await part("withdrawn").innerText())).toMatch(
      /Isleland reportedly supplies shells to Westland .* Withdrawn, 2025-04-01\./,
    );
  });

  it("show claims for and against in the panel of the relation too", async () => {
    await page.getByTestId("dispute").getByTestId("relation-line").click();
    const inspector = page.getByTestId("inspector");
    await inspector.getByTestId("for-and-against").waitFor();
    expect(flat(await inspector.getByTestId("for-and-against").innerText())).toContain("Against 1 2024-06-01 Eastland · denied");
    expect((await inspector.getByRole("heading", { level: 3 }).allInnerTexts()).map(flat).slice(-3)).toEqual([
      "For and against",
      "Claims against it",
      "Claims for it",
    ]);
    await inspector.getByTestId("claim-card").nth(1).waitFor();
  });

  it("are found by text, saying how many of how many", async () => {
    await filter().fill("record of the port");
    await page.waitForFunction(() => document.querySelector('[data-testid="part-disputed"]')?.textContent?.includes("0 of 1"));
    expect(await title("contradictions")).toBe("Claims that cannot all be right 0 of 2");
    expect(await title("flagged")).toBe("Curators’ notes on claims 1");
    await filter().fill("");
    await page.getByTestId("dispute").waitFor();
  });

  it("leave out what rests on a source that is off", async () => {
    await page.getByRole("radiogroup", { name: "Show as", exact: true }).getByText("Sources", { exact: true }).click();
    await page.getByRole("switch", { name: "Counts: Denials" }).click();
    await page.getByTestId("impact-apply").click();
    await page.getByRole("radiogroup", { name: "Show as", exact: true }).getByText("Disputes", { exact: true }).click();
    await part("flagged").waitFor();
    expect(await title("disputed")).toBe("Relations that someone denies 0");
    expect(await part("disputed").innerText()).toContain("That does not mean nobody denies one.");
    expect(await title("contradictions")).toBe("Claims that cannot all be right 1");
    await page.keyboard.press("Control+z");
    await page.getByTestId("dispute").waitFor();
  });

  for (const [colorScheme, viewport] of [
    ["light", { width: 1440, height: 900 }],
    ["dark", { width: 390, height: 844 }],
  ] as const)
    it(`have no violation axe can see, and are usable at ${viewport.width} px, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      if (viewport.width < 768) {
        await page.getByRole("combobox", { name: "More to show" }).selectOption("disputes");
        await page.getByRole("button", { name: "Close" }).click();
      }
      await page.getByTestId("dispute").waitFor();
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    });
});

describe("the disputes of the record", () => {
  it("load the details of claims only as far as they are looked at, and of all notes when they are searched", async () => {
    const record = await browser.open();
    const loaded = new Set<string>();
    record.page.on("response", (response) => {
      const [, name] = /claims\/(\d[^/]*\.json)$/.exec(response.url()) ?? [];
      if (name !== undefined) loaded.add(name);
    });
    await whenReady(record.page);
    await record.page.getByTestId("graph-canvas").focus();
    await record.page.keyboard.press("v");
    const flagged = record.page.getByTestId("part-flagged");
    await flagged.getByTestId("flagged").nth(19).waitFor();
    const { dataset } = readData("graph-data");
    const notes = (dataset?.sources ?? []).flatMap(({ claims }) => claims.flatMap(({ curatorNote }) => curatorNote ?? []));
    const heading = async () => flat(await flagged.getByRole("heading").innerText());
    expect(await heading()).toBe(`Curators’ notes on claims ${notes.length}`);
    expect(await flagged.getByTestId("flagged").count()).toBe(20);
    const before = loaded.size;
    expect(before).toBeLessThanOrEqual(2);

    await flagged.getByRole("button", { name: "Show 50 more" }).click();
    await flagged.getByTestId("flagged").nth(69).waitFor();
    expect(await flagged.getByTestId("flagged").count()).toBe(70);

    await record.page.getByRole("textbox", { name: "Filter the disputes by text" }).fill("headline");
    await flagged.getByRole("heading").filter({ hasText: / of / }).waitFor();
    const [, found] = /claims (\d+) of/.exec(await heading()) ?? [];
    expect(Number(found)).toBeGreaterThanOrEqual(notes.filter((note) => /headline/i.test(note)).length);
    expect(loaded.size).toBeGreaterThan(before);
    expect(record.troubles).toEqual([]);
  });
});
