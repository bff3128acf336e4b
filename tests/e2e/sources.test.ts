import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActorId } from "../../src/model/ids.ts";
import { writeLink } from "../../src/state/link.ts";
import { EMPTY_VIEW, NO_FILTERS } from "../../src/state/view-state.ts";
import { axeViolations, createTestBrowser, type Opened, type TestBrowser, whenReady } from "../support/browser-page.ts";
import { paneDataset, paneGraph, servesDataset } from "../support/pane-data.ts";

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

const row = (title: string) => page.getByTestId("source-row").filter({ hasText: title });
const toggle = (title: string) => page.getByRole("switch", { name: `Counts: ${title}` });
const figures = async (title: string) =>
  (await row(title).locator(".source-figure").allInnerTexts()).map((t) => Number.parseInt(t, 10));
const count = (text: string) => page.getByTestId("sources-count").filter({ hasText: text }).waitFor();
const impact = () => page.getByTestId("impact");
const titles = () => page.getByTestId("source-row").locator(".source-title .link").allInnerTexts();

describe("the sources", () => {
  it("come by key S, each with grade in words, publisher, date and what rests on it", async () => {
    await page.getByTestId("graph-canvas").focus();
    await page.keyboard.press("s");
    await row("Ships and shells").waitFor();
    expect(await row("Ships and shells").innerText()).toMatch(/article · 2024-01-10[\s\S]*B[\s\S]*usually reliable/);
    expect(await row("A later reckoning").innerText()).toMatch(/corrected[\s\S]*not usually reliable/);
    expect(await figures("Ships and shells")).toEqual([6, 6, 5]);
    expect(await figures("Denials")).toEqual([2, 2, 0]);
    await count("3 of 3 sources count");
    expect(await page.getByRole("table", { name: "Sources" }).getByRole("rowheader").allInnerTexts()).toEqual([
      "Daily 1",
      "Herald 1",
      "Publisher unknown 1",
    ]);
  });

  it("are filtered by text and ordered, and open the panel of a source by its title", async () => {
    await page.getByRole("textbox", { name: "Filter the sources by text" }).fill("HÉRALD");
    await count("1 of 3 hold “HÉRALD” · 3 of 3 sources count");
    expect(await titles()).toEqual(["Denials"]);
    await row("Denials").getByRole("button", { name: "Denials", exact: true }).click();
    await page.getByTestId("inspector").getByRole("heading", { level: 2, name: "Denials" }).waitFor();
    await page.getByRole("textbox", { name: "Filter the sources by text" }).fill("");
    await row("Ships and shells").waitFor();
    await page.getByRole("combobox", { name: "Order of the sources" }).selectOption("newest");
    await page.waitForFunction(() => document.querySelector(".source-title .link")?.textContent === "A later reckoning");
    expect(await titles()).toEqual(["A later reckoning", "Denials", "Ships and shells"]);
  });

  it("show before one is switched off what would vanish, change, weaken and stand alone, hedged, of how many", async () => {
    await toggle("Ships and shells").click();
    await page.getByTestId("impact-count").waitFor();
    expect(await toggle("Ships and shells").isChecked()).toBe(true);
    expect(await page.getByTestId("impact-count").innerText()).toBe(
      "Of 7 relations that count now: 4 no longer shown, 1 said differently, 1 weaker. 1 of 6 actors left without any.",
    );
    const changes = (await impact().getByTestId("impact-change").allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
    expect(changes).toContainEqual(
      expect.stringMatching(
        /now .*It is disputed that Northland supplies shells to Eastland .* then .*It is denied that Northland/,
      ),
    );
    expect(changes).toContainEqual(
      expect.stringMatching(
        /now .*Northland is alleged to violate Resolution 1 .* then .*Not recorded under the current settings: that/,
      ),
    );
    await impact().getByTestId("impact-change").first().click();
    await page.getByTestId("claim-card").first().waitFor();
    await page.getByRole("button", { name: "Keep it" }).click();
    await impact().waitFor({ state: "detached" });
    await count("3 of 3 sources count");
  });

  it("count no more once left out, and again by undo", async () => {
    await toggle("Denials").press("Space");
    await page.getByTestId("impact-apply").click();
    await count("2 of 3 sources count");
    expect(await toggle("Denials").isChecked()).toBe(false);
    expect(await figures("A later reckoning")).toEqual([2, 2, 1]);
    expect(await figures("Denials")).toEqual([2, 2, 0]);
    await page.getByRole("button", { name: /^Remove filter without source: Denials/ }).waitFor();
    await page.keyboard.press("Control+z");
    await count("3 of 3 sources count");
    expect(await toggle("Denials").isChecked()).toBe(true);
  });

  it("are counted alone, and all again", async () => {
    await page.getByRole("button", { name: "Count only Denials" }).click();
    await count("1 of 3 sources count");
    expect(await figures("Denials")).toEqual([2, 2, 2]);
    await toggle("A later reckoning").click();
    await count("2 of 3 sources count");
    await page.getByRole("button", { name: "Count all again" }).click();
    await count("3 of 3 sources count");
    await page.getByRole("banner").getByTestId("undo").click();
    await count("2 of 3 sources count");
    await page.getByRole("banner").getByTestId("undo").click();
    await page.getByRole("banner").getByTestId("undo").click();
    await count("3 of 3 sources count");
  });

  for (const [colorScheme, viewport] of [
    ["light", { width: 1440, height: 900 }],
    ["dark", { width: 390, height: 844 }],
  ] as const)
    it(`have no violation axe can see, and are usable at ${viewport.width} px, ${colorScheme}`, async () => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      if (viewport.width < 768) {
        await page.getByRole("combobox", { name: "More to show" }).selectOption("sources");
        await page.getByRole("button", { name: "Close" }).click();
      }
      await toggle("Ships and shells").click();
      await page.getByTestId("impact-count").waitFor();
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await page.getByRole("button", { name: "Keep it" }).click();
    });

  it("published after the day of “known on” are set back, and say so", async () => {
    const { id } = paneDataset().info;
    const link = writeLink(
      {
        ...EMPTY_VIEW,
        placed: new Map([["state/no" as ActorId, { x: 0, y: 0 }]]),
        filters: { ...NO_FILTERS, knownOn: Date.parse("2024-03-01") / 86_400_000 },
      },
      { id, hash: paneGraph().hash },
    );
    const late = await browser.open({}, servesDataset(paneDataset()), link);
    await whenReady(late.page);
    await late.page.getByTestId("graph-canvas").focus();
    await late.page.keyboard.press("s");
    const last = late.page.getByTestId("source-row").last();
    await last.waitFor();
    expect(await last.innerText()).toContain("published later: not known then, does not count");
    expect(await late.page.getByRole("rowheader").allInnerTexts()).toEqual([
      "Daily 1",
      expect.stringContaining("Published later than 2024-03-01 2 Not known on 2024-03-01"),
    ]);
    expect(await late.page.getByTestId("sources-count").innerText()).toBe("1 of 3 sources count");
    expect(late.troubles).toEqual([]);
    await late.page.context().close();
  });
});
