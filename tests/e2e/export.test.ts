import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, createTestBrowser, type TestBrowser, whenReady } from "../support/browser-page.ts";
import { entente } from "../support/command-line.ts";

let browser: TestBrowser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  browser = await createTestBrowser();
  ({ page, troubles } = await browser.open({ acceptDownloads: true }));
  await whenReady(page);
}, 120_000);
afterAll(async () => {
  expect(troubles).toEqual([]);
  await browser?.close();
});

const dialog = () => page.getByTestId("export-dialog");
async function saved(what: string, as: string): Promise<{ name: string; bytes: Buffer; words: string[] }> {
  await dialog().getByLabel("What").selectOption({ label: what });
  await dialog().getByLabel("As").selectOption({ label: as });
  await page.getByTestId("export-counts").waitFor();
  const command = await dialog().locator(".export-command code").textContent();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-save").click()]);
  const words = (command ?? "").replace(/^.*? -- /, "").match(/'[^']*'|\S+/g) ?? [];
  return {
    name: download.suggestedFilename(),
    bytes: readFileSync(await download.path()),
    words: words.map((word) => word.replace(/^'|'$/g, "")),
  };
}

describe("the export dialog", () => {
  it("opens by key, tells what will be in the file, and saves the same bytes as the command line", async () => {
    await page.getByTestId("graph-canvas").focus();
    await page.keyboard.press("x");
    await dialog().waitFor();
    expect(await page.getByTestId("export-counts").textContent()).toMatch(
      /^\d+ of \d+ actors · \d+ of \d+ relations · \d+ of \d+ claims · \d+ of \d+ sources$/,
    );
    for (const [what, as] of [
      ["What the view shows", "GraphML"],
      ["The whole dataset", "Graphviz DOT"],
    ] as const) {
      const { name, bytes, words } = await saved(what, as);
      expect(name).toMatch(/\.(graphml|dot)$/);
      const { code, out } = await entente(...words);
      expect(code).toBe(0);
      expect(out).toBe(bytes.toString("utf8"));
    }
    expect(await axeViolations(page)).toEqual([]);
  });

  it("shows how a text begins, writes binary files, and a picture of the canvas", async () => {
    await dialog().getByText("How the file begins").click();
    expect(await dialog().locator(".export-preview").textContent()).toContain("digraph");
    const { bytes } = await saved("What the view shows", "Tables (CSV in a ZIP; no cell runs as a formula)");
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    await dialog().getByLabel("As").selectOption({ label: "Canvas as a picture (PNG, 1×; without legend and stamp)" });
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-save").click()]);
    expect(
      readFileSync(await download.path())
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
  });
});
