// Answers: how does a test get the built page in a real browser, and know what went wrong in it?
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/browser.ts";
import { type Served, serveDist } from "../../scripts/serve-dist.ts";

export interface Opened {
  readonly page: Page;
  /** Console errors, uncaught errors, failed requests and requests to other hosts, as they come. */
  readonly troubles: string[];
}

export interface TestBrowser {
  readonly url: string;
  /** A fresh context; `prepare` runs before the page is loaded, at the address with this hash. */
  open(options?: BrowserContextOptions, prepare?: (page: Page) => Promise<void>, hash?: string): Promise<Opened>;
  close(): Promise<void>;
}

/** Needs `npm run build` to have run; `npm test` does it first. */
export async function createTestBrowser(): Promise<TestBrowser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium: run the tests with `npm test`, which finds or installs one");
  const served: Served = await serveDist();
  const browser: Browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  return {
    url: served.url,
    async open(options = {}, prepare = undefined, hash = "") {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
      page.on("pageerror", (error) => troubles.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(served.url) && !request.url().startsWith("data:"))
          troubles.push(`foreign request: ${request.url()}`);
      });
      await prepare?.(page);
      await page.goto(`${served.url}${hash}`);
      return { page, troubles };
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

export async function whenReady(page: Page): Promise<void> {
  await page.waitForSelector('[data-testid="graph-canvas"][data-ready="true"]', { state: "attached" });
  await page.getByTestId("undo").waitFor();
  await page.getByTestId("inspector").waitFor({ state: "attached" });
  await page.locator(".left > section").first().waitFor({ state: "attached" });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Violations axe finds, one line each. Playwright's evaluate is not bound by the page's content security policy. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: Array<{ id: string; help: string; nodes: Array<{ html: string }> }> }> };
    };
    const { violations } = await axe.run();
    return violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(" | ")}`);
  });
}
