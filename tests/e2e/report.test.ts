import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/browser.ts";
import { relationLabel } from "../../src/export/fields.ts";
import { axeViolations } from "../support/browser-page.ts";
import { extracted, fixtureOf, HOSTILE_LABELS, hostileDataset } from "../support/hostile.ts";
import { bytesOfExport, formatNamed } from "../support/read-exports.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "entente-report-"));
const EXTRACT = extracted(fixtureOf(hostileDataset(HOSTILE_LABELS.slice(0, 30))));
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
});

afterAll(async () => {
  await browser.close();
  rmSync(FOLDER, { recursive: true });
});

describe("a report opened from disk", () => {
  it("shows every hedged sentence, filters by words, and goes from a line to its evidence; nothing is fetched or refused", async () => {
    const path = join(FOLDER, "report.html");
    writeFileSync(path, bytesOfExport(EXTRACT, formatNamed("html")));
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
    const troubles: string[] = [];
    page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("request", (request) => request.url() !== pathToFileURL(path).href && troubles.push(request.url()));
    await page.goto(pathToFileURL(path).href);
    const headings = await page.locator("section.relation h3 bdi").allTextContents();
    expect(headings.map((t) => t.trim()).sort()).toEqual(EXTRACT.relations.map((r) => relationLabel(EXTRACT, r).trim()).sort());
    await page.getByRole("searchbox").fill("Ким");
    await expect.poll(() => page.locator("section.relation:visible").count()).toBe(3);
    expect(await page.getByRole("status").textContent()).toBe("3 of 45 relations shown");
    const [first] = EXTRACT.relations;
    await page.locator(`#drawing [id="${first?.edge.id}"]`).dispatchEvent("click");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`about-${first?.edge.id}`);
    expect(await page.locator("section.relation:visible").count()).toBe(45);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector("svg#never, h1") as Element).fontFamily)).toMatch(
      /system-ui/,
    );
    expect(await axeViolations(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
