import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, createTestBrowser, type Opened, type TestBrowser, whenReady } from "../support/browser-page.ts";
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

describe("the coverage", () => {
  it("comes by key, is walked by keys, and opens the claims of a cell; an empty one says that nothing is recorded", async () => {
    await page.getByTestId("graph-canvas").focus();
    await page.keyboard.press("q");
    const pane = page.getByTestId("coverage-pane");
    await pane.getByText("Best covered", { exact: true }).click();
    await pane.getByRole("gridcell", { name: /^Eastland, all columns: / }).click();
    const list = page.getByTestId("coverage-claims");
    const said = await list.getByRole("heading").innerText();
    const [, count] = /: (\d+) claims, /.exec(said) ?? [];
    await list.getByTestId("claim-card").first().waitFor();
    expect(await list.getByTestId("claim-card").count()).toBe(Math.min(12, Number(count)));
    expect(await page.getByTestId("coverage-count").innerText()).toMatch(
      /^\d+ of \d+ actors with a claim; .*never “nothing happened”\.$/s,
    );
    const empty = pane.getByRole("gridcell", { name: /no claim recorded, which is not “nothing happened”/ }).first();
    await empty.click();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    expect(await list.getByRole("heading").innerText()).toContain("no claim recorded");
    expect(await axeViolations(page)).toEqual([]);
  });
});
