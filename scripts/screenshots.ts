// Answers: npm run screenshots [-- DIR]. Without DIR, README's picture; with DIR, the page wide and narrow, light and dark.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { CHROMIUM_ARGS, findChromium } from "./browser.ts";
import "./build.ts";
import { serveDist } from "./serve-dist.ts";

const README_PICTURE = fileURLToPath(new URL("../tests/golden/starter-view.png", import.meta.url));
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

async function openPage(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
  scheme: "light" | "dark",
): Promise<Page> {
  const page = await browser.newPage({ viewport, colorScheme: scheme, reducedMotion: "reduce" });
  await page.goto(url);
  await page.waitForSelector('[data-testid="graph-canvas"][data-ready="true"]', { state: "attached" });
  await page.getByTestId("undo").waitFor();
  await page.getByText("How to read a line").waitFor({ state: "attached" });
  return page;
}

async function openRelation(page: Page): Promise<void> {
  await page.getByTestId("search").fill("Kim Jong Bok");
  await page.keyboard.press("Enter");
  await page.getByTestId("relation-item").filter({ hasText: "visits Russia" }).click();
  await page.getByTestId("claim-card").first().waitFor();
}

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error("No Chromium was found: install one, or set CHROMIUM_PATH.");
  process.exit(2);
}
const served = await serveDist();
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
try {
  const [dir] = process.argv.slice(2);
  if (dir === undefined) {
    const page = await openPage(browser, served.url, WIDE, "light");
    mkdirSync(join(README_PICTURE, ".."), { recursive: true });
    await page.screenshot({ path: README_PICTURE });
    console.log(README_PICTURE);
  } else {
    mkdirSync(dir, { recursive: true });
    for (const scheme of ["light", "dark"] as const)
      for (const [size, viewport] of [
        ["wide", WIDE],
        ["narrow", NARROW],
      ] as const) {
        const page = await openPage(browser, served.url, viewport, scheme);
        await page.screenshot({ path: join(dir, `starter-${size}-${scheme}.png`) });
        await openRelation(page);
        await page.screenshot({ path: join(dir, `relation-${size}-${scheme}.png`) });
        await page.close();
      }
    console.log(`8 screenshots in ${dir}`);
  }
} finally {
  await browser.close();
  await served.close();
}
