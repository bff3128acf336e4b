import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, createTestBrowser, type Opened, type TestBrowser, whenReady } from "../support/browser-page.ts";

let browser: TestBrowser;
let opened: Opened;
let page: Page;

beforeAll(async () => {
  browser = await createTestBrowser();
  opened = await browser.open();
  page = opened.page;
  await whenReady(page);
}, 60_000);
afterAll(async () => {
  expect(opened.troubles).toEqual([]);
  await browser.close();
});

const flat = (text: string): string => text.replace(/\s+/g, " ").trim();
const bar = () => page.getByTestId("tour");
const heading = async () => flat(await bar().getByRole("heading", { level: 2 }).innerText());

describe("a tour", () => {
  it("is walked by keys and buttons, each step undoable, hedged, and with its sources", async () => {
    await page.getByRole("button", { name: /^What was known by the end of 2024/ }).click();
    await bar().waitFor();
    expect(await heading()).toBe("What was known by the end of 2024 · 1 of 3 Sent, and denied");
    expect(await page.getByTestId("notice").innerText()).toContain("1 of 3");
    await page.keyboard.press("ArrowRight");
    await bar().getByText("2 of 3").waitFor();
    await bar().getByRole("button", { name: "Next" }).click();
    await bar().getByText("3 of 3").waitFor();
    await page.keyboard.press("ArrowRight");
    expect(await heading()).toContain("3 of 3");
    await page.keyboard.press("ArrowLeft");
    await bar().getByText("2 of 3").waitFor();
    await page.keyboard.press("Control+z");
    await bar().getByText("3 of 3").waitFor();
    await bar().getByText("the whole tour as text").click();
    const text = flat(await page.getByTestId("tour-text").innerText());
    expect(text).toContain("as known on 2024-12-31");
    expect(text).toContain("It is disputed that North Korea sends troops to Russia");
    expect(text).toContain("North Korea sends troops to Russia · confirmed");
    expect(text).toContain("source/kbs-dprk-un-2024-10-22#c1");
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await bar().waitFor({ state: "detached" });
  });
});
