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

export interface Visit {
  readonly hash?: string;
  readonly colorScheme?: "light" | "dark";
  readonly forcedColors?: "active" | "none";
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface TestBrowser {
  readonly url: string;
  /** A fresh context; `prepare` runs before the page is loaded, at the address with this hash. */
  open(options?: BrowserContextOptions, prepare?: (page: Page) => Promise<void>, hash?: string): Promise<Opened>;
  /**
   * The page loaded anew in the one context that all visits of a file share, with nothing kept from the visit before: what a fresh
   * context shows at a third of its cost. Resolves when the page is ready.
   */
  visit(how?: Visit): Promise<Opened>;
  close(): Promise<void>;
}

/** Needs `npm run build` to have run; `npm test` does it first. */
export async function createTestBrowser(): Promise<TestBrowser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("no Chromium: run the tests with `npm test`, which finds or installs one");
  const served: Served = await serveDist();
  const browser: Browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  async function start(options: BrowserContextOptions): Promise<Opened> {
    const context = await browser.newContext({ viewport: WIDE, reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    return { page, troubles: troublesOf(page, served.url) };
  }
  let shared: Promise<Opened> | undefined;
  return {
    url: served.url,
    async open(options = {}, prepare = undefined, hash = "") {
      const opened = await start(options);
      await prepare?.(opened.page);
      await opened.page.goto(`${served.url}${hash}`);
      return opened;
    },
    async visit({ hash = "", viewport = WIDE, colorScheme = "light", forcedColors = "none" } = {}) {
      shared ??= start({ permissions: ["clipboard-read", "clipboard-write"] });
      const { page, troubles } = await shared;
      // A page that is left writes its session: what is kept is cleared when it has gone.
      await page.goto("about:blank");
      const { origin } = new URL(served.url);
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb,local_storage" });
      await devtools.detach();
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, forcedColors });
      troubles.splice(0);
      await page.goto(`${served.url}${hash}`);
      await whenReady(page);
      return { page, troubles };
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

const WIDE = { width: 1440, height: 900 };

function troublesOf(page: Page, url: string): string[] {
  const troubles: string[] = [];
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    if (![url, `blob:${url}`, "data:"].some((own) => request.url().startsWith(own)))
      troubles.push(`foreign request: ${request.url()}`);
  });
  return troubles;
}

export async function whenReady(page: Page): Promise<void> {
  await page.waitForSelector('[data-testid="graph-canvas"][data-ready="true"]', { state: "attached" });
  await page.getByTestId("undo").waitFor();
  await page.getByTestId("inspector").waitFor({ state: "attached" });
  await page.locator(".left > section").first().waitFor({ state: "attached" });
}

/** The heading of the inspector, once it shows what was done last. */
export async function headlineOf(page: Page): Promise<string> {
  await page.locator('[data-testid="inspector"][aria-busy="false"]').waitFor({ state: "attached" });
  return page.getByTestId("inspector").getByRole("heading", { level: 2 }).innerText();
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface AxeScope {
  /** Selector of what has come since the page was last looked at: contrast, the dear rule, is measured in it alone. */
  readonly part?: string;
  /** Contrast in the other colour scheme too. */
  readonly inBothSchemes?: boolean;
}

/** Violations axe finds, one line each. Playwright's evaluate is not bound by the page's content security policy. */
export async function axeViolations(page: Page, { part = "html", inBothSchemes = false }: AxeScope = {}): Promise<string[]> {
  // What the pointer came to lie on when the page moved under it may show its tooltip, which stands outside the landmarks.
  await page.mouse.move(0, 0);
  await page.getByRole("tooltip").first().waitFor({ state: "hidden" });
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const found = await page.evaluate(runAxe, { part: "html", rules: { "color-contrast": { enabled: false } } });
  found.push(...(await page.evaluate(runAxe, { part, runOnly: ["color-contrast"] })));
  if (!inBothSchemes) return found;
  const scheme = await schemeOf(page);
  await setScheme(page, scheme === "dark" ? "light" : "dark");
  found.push(...(await page.evaluate(runAxe, { part, runOnly: ["color-contrast"] })));
  await setScheme(page, scheme);
  return found;
}

function schemeOf(page: Page): Promise<"light" | "dark"> {
  return page.evaluate(() => (document.documentElement.dataset.mantineColorScheme === "dark" ? "dark" : "light"));
}

async function setScheme(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForSelector(`html[data-mantine-color-scheme="${colorScheme}"]`, { state: "attached" });
}

/** Runs in the page. */
async function runAxe({ part, ...options }: { readonly part: string } & Readonly<Record<string, unknown>>): Promise<string[]> {
  const { axe } = globalThis as unknown as {
    axe: {
      run(
        on: Element | Document,
        options: unknown,
      ): Promise<{ violations: Array<{ id: string; help: string; nodes: Array<{ html: string }> }> }>;
    };
  };
  const on = part === "html" ? document : document.querySelector(part);
  if (on === null) throw new Error(`nothing is ${part}`);
  const { violations } = await axe.run(on, { ...options, resultTypes: ["violations"] });
  return violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(" | ")}`);
}
