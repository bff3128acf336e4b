// Answers: npm run screenshots [-- DIR]. Without DIR, README's pictures; with DIR, seven states of the page, wide to narrow, light and dark.
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { CHROMIUM_ARGS, findChromium } from "./browser.ts";
import "./build.ts";
import { serveDist } from "./serve-dist.ts";

const README_PICTURES = fileURLToPath(new URL("../tests/golden/", import.meta.url));
const SIZES = {
  wide: { width: 1440, height: 900 },
  middle: { width: 1024, height: 768 },
  narrow: { width: 390, height: 844 },
  /** Small enough for a file under 250 kB. */
  readme: { width: 1200, height: 750 },
} as const;
type Size = keyof typeof SIZES;
type Scheme = "light" | "dark";

async function find(page: Page, words: string, option: RegExp): Promise<void> {
  await page.getByTestId("search").fill(words);
  await page.getByRole("option", { name: option }).first().click();
}

const claims = (page: Page) => page.getByTestId("claim-card").first().waitFor();

/** Each from the start view on. */
const STATES: Readonly<Record<string, { readonly sizes: readonly Size[]; readonly reach: (page: Page) => Promise<void> }>> = {
  start: { sizes: ["wide", "middle", "narrow"], reach: async () => {} },
  actor: {
    sizes: ["wide", "middle"],
    reach: async (page) => {
      await find(page, "Kim Jong Bok", /Kim Yong Bok/);
      await page.getByTestId("expand").click();
      await page.getByTestId("relation-item").first().waitFor();
    },
  },
  relation: {
    sizes: ["wide", "middle"],
    reach: async (page) => {
      await find(page, "North Korea sends troops to Russia", /^North Korea sends troops to Russia/);
      await claims(page);
    },
  },
  filtered: {
    sizes: ["wide", "middle"],
    reach: async (page) => {
      const filters = page.getByTestId("filters");
      await filters.getByTestId("fading").check();
      await filters.getByRole("checkbox", { name: /Military unit/ }).uncheck();
      await filters.getByRole("checkbox", { name: /^Alleged/i }).uncheck();
      await page.getByRole("list", { name: "Active filters" }).waitFor();
      await page.locator(".left").evaluate((panel) => panel.scrollTo({ top: 430 }));
    },
  },
  table: {
    sizes: ["wide", "middle", "narrow"],
    reach: async (page) => {
      const more = page.getByLabel("More to show");
      if ((await more.count()) > 0) await more.selectOption("table");
      else await page.getByRole("radiogroup", { name: "Show as" }).getByText("Table", { exact: true }).click();
      await page.getByRole("radiogroup", { name: "Rows", exact: true }).getByText("Relations", { exact: true }).click();
      await page.getByTestId("grid").getByRole("row").nth(3).waitFor();
    },
  },
  sheet: {
    sizes: ["narrow"],
    reach: async (page) => {
      await find(page, "Cholma-1", /Cholma-1/);
      await page.getByTestId("relation-item").first().click();
      await claims(page);
    },
  },
  graph: {
    sizes: ["narrow"],
    reach: async (page) => {
      await page.getByRole("radiogroup", { name: "What to show" }).getByText("Graph", { exact: true }).click();
      await page.getByRole("button", { name: "Timeline" }).click();
      await page.getByTestId("histogram").waitFor();
    },
  },
};

async function take(browser: Browser, url: string, state: string, size: Size, colorScheme: Scheme, path: string): Promise<void> {
  const page = await browser.newPage({ viewport: SIZES[size], colorScheme, reducedMotion: "reduce" });
  await page.goto(url);
  await page.waitForSelector('[data-testid="graph-canvas"][data-ready="true"]', { state: "attached" });
  await page.getByTestId("undo").waitFor();
  await page.getByText("How to read a line").waitFor({ state: "attached" });
  await STATES[state]?.reach(page);
  // What a step says fades from the page after a while: the picture is of what stays.
  await page.getByTestId("notice").evaluate((notice) => notice.replaceChildren());
  await page.mouse.move(1, 1);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await page.screenshot({ path });
  console.log(`${path} ${Math.round(statSync(path).size / 1024)} kB`);
  await page.close();
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
  mkdirSync(dir ?? README_PICTURES, { recursive: true });
  if (dir === undefined) {
    await take(browser, served.url, "start", "readme", "light", join(README_PICTURES, "starter-view.png"));
    await take(browser, served.url, "relation", "readme", "light", join(README_PICTURES, "relation-evidence.png"));
    await take(browser, served.url, "table", "readme", "dark", join(README_PICTURES, "table-dark.png"));
  } else
    for (const [state, { sizes }] of Object.entries(STATES))
      for (const size of sizes)
        for (const scheme of ["light", "dark"] as const)
          await take(browser, served.url, state, size, scheme, join(dir, `${state}-${size}-${scheme}.png`));
} finally {
  await browser.close();
  await served.close();
}
