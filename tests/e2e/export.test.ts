import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { unzlibSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { READERS } from "../../scripts/readers.ts";
import { axeViolations, createTestBrowser, type TestBrowser, whenReady } from "../support/browser-page.ts";
import { entente } from "../support/command-line.ts";
import { servesDataset } from "../support/pane-data.ts";
import { datasetOf } from "../support/small-data.ts";

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
  await dialog().getByLabel("What", { exact: true }).selectOption({ label: what });
  await dialog().getByLabel("As", { exact: true }).selectOption({ label: as });
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
    await dialog().locator(".export-preview").filter({ hasText: "digraph" }).waitFor();
    const { bytes } = await saved("What the view shows", "Tables (CSV in a ZIP; no cell runs as a formula)");
    expect(bytes.subarray(0, 2).toString()).toBe("PK");
    await dialog()
      .getByLabel("As", { exact: true })
      .selectOption({ label: "Canvas as a picture (PNG, 2×; without legend and stamp)" });
    expect(sizeOf(await download(page))[0]).toBeGreaterThan(500);
  });

  it("draws the figure as a picture, 1×, 2× and 4×, with its ground or without", async () => {
    const svg = (
      await saved("What the view shows", "Figure (SVG): drawing, legend, stamp; every label as text")
    ).bytes.toString();
    const [, width, height] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(svg)?.map(Number) ?? [];
    for (const scale of [1, 2, 4]) {
      await dialog()
        .getByLabel("As", { exact: true })
        .selectOption({ label: `Figure (PNG, ${scale}×): drawing, legend, stamp` });
      expect(sizeOf(await download(page))).toEqual([scale * (width ?? 0), scale * (height ?? 0)]);
    }
    const [red, green, blue, alpha] = cornerOf(await download(page));
    expect([red, green, blue, alpha]).toEqual([0xfb, 0xfb, 0xf9, 255]);
    await dialog()
      .getByLabel("As", { exact: true })
      .selectOption({ label: "Figure (PNG, 1×) without a ground: drawing, legend, stamp" });
    expect(cornerOf(await download(page))[3]).toBe(0);
  });

  it("copies citations of the dataset, and of a source beside it", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await dialog().getByRole("button", { name: "BibTeX: copy the citation of the dataset" }).click();
    await page.getByText("Copied the citation of the dataset as BibTeX.").waitFor();
    expect(await copied()).toBe((await entente("cite")).out);
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    await page.getByTestId("inspector").locator(".relation-button").first().click();
    await page.getByRole("button", { name: "CSL-JSON: copy the citation of this source" }).click();
    await page.getByText("Copied the citation of this source as CSL-JSON.").waitFor();
    expect(JSON.parse(await copied())).toMatchObject([{ type: expect.any(String), title: expect.any(String) }]);
    expect(await axeViolations(page, { part: ".inspector" })).toEqual([]);
  });
});

const SCRIPTS = {
  "state/aa": "조선민주주의인민공화국",
  "state/bb": "Российская Федерация",
  "state/cc": "المملكة العربية",
  "state/dd": "日本国",
  "state/ee": "Ελλάδα & <Κύπρος>",
} as const;

describe("the printed figure", () => {
  it.skipIf(!READERS.poppler.isThere())(
    "is one page of the figure's size, from which pdftotext takes every label, in all scripts",
    async () => {
      const data = datasetOf(
        [
          ["state/aa", "supplies", "state/bb", {}, { status: "alleged" }],
          ["state/bb", "attacks", "state/cc"],
          ["state/dd", "supplies", "state/ee"],
        ],
        Object.fromEntries(Object.entries(SCRIPTS).map(([id, en]) => [id, { label: { en } }])) as Parameters<typeof datasetOf>[1],
      );
      const opened = await browser.open({}, async (fresh) => {
        await servesDataset(data)(fresh);
        await fresh.addInitScript(() => Object.assign(window, { print: () => document.body.classList.add("asked-to-print") }));
      });
      await whenReady(opened.page);
      const pdf = await printed(opened.page);
      expect(opened.troubles).toEqual([]);
      await opened.page.context().close();
      const run = (command: string, ...args: string[]): string => execFileSync(command, args, { input: pdf, encoding: "utf8" });
      const [, pages, width, height] =
        /Pages:\s+(\d+)[\s\S]*Page size:\s+([\d.]+) x ([\d.]+)/.exec(run("pdfinfo", "-"))?.map(Number) ?? [];
      expect(pages).toBe(1);
      expect((width ?? 0) / 0.75).toBeGreaterThanOrEqual(720);
      expect((height ?? 0) / 0.75).toBeGreaterThan(300);
      const letters = (text: string): string => text.normalize("NFKC").replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
      const text = letters(run("pdftotext", "-raw", "-", "-"));
      for (const label of Object.values(SCRIPTS)) expect(text).toContain(letters(label));
      for (const words of ["Small", "alleged", "Support", "Licence: CC0", "--format svg", "is no established fact"])
        expect(text).toContain(letters(words));
      expect(run("pdfimages", "-list", "-").trim().split("\n")).toHaveLength(2);
    },
  );
});

/** The whole dataset, by way of the dialog and of a print that the test makes in the place of a person. */
async function printed(fresh: Page): Promise<Buffer> {
  await fresh.getByTestId("graph-canvas").focus();
  await fresh.keyboard.press("x");
  await fresh.getByTestId("export-dialog").getByLabel("What", { exact: true }).selectOption({ label: "The whole dataset" });
  await fresh.getByTestId("export-dialog").getByLabel("As", { exact: true }).selectOption({ value: "pdf" });
  await fresh.getByTestId("export-counts").waitFor();
  await fresh.getByTestId("export-save").click();
  await fresh.waitForSelector("body.asked-to-print > .printed-figure", { state: "attached" });
  const pdf = await fresh.pdf({ preferCSSPageSize: true });
  await fresh.waitForSelector(".printed-figure", { state: "detached" });
  return pdf;
}

async function download(from: Page): Promise<Buffer> {
  const [file] = await Promise.all([from.waitForEvent("download"), from.getByTestId("export-save").click()]);
  return readFileSync(await file.path());
}

/** Of a PNG; its first chunk says so. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** Its first pixel, whose filter has nothing before it to differ from. */
function cornerOf(png: Buffer): number[] {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const hasAlpha = png.readUInt8(25) === 6;
  const pixel = [...unzlibSync(Buffer.concat(parts)).subarray(1, hasAlpha ? 5 : 4)];
  return hasAlpha ? pixel : [...pixel, 255];
}
