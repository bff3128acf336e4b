import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { build, type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeGraph } from "../../scripts/bench/made-graphs.ts";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/browser.ts";
import { finished } from "../../src/graph/query/work.ts";
import type { LayoutRequest } from "../../src/view/layout/layout-request.ts";
import { layoutInSteps } from "../../src/view/layout/layouts.ts";

const ENGINE = fileURLToPath(new URL("../../src/view/layout/create-layout-engine.ts", import.meta.url));

let root: string;
let server: PreviewServer;
let browser: Browser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "entente-layout-"));
  writeFileSync(
    join(root, "index.html"),
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'self'"><script type="module" src="./page.ts"></script>`,
  );
  mkdirSync(join(root, "public"));
  // Browsers ask for it, and its absence would be an error on the console.
  writeFileSync(join(root, "public/favicon.ico"), "");
  writeFileSync(
    join(root, "page.ts"),
    `import { createLayoutEngine } from ${JSON.stringify(ENGINE)};\nObject.assign(globalThis, { createLayoutEngine });\n`,
  );
  await build({ root, base: "./", logLevel: "error", configFile: false, build: { target: "es2022" } });
  server = await preview({
    root,
    configFile: false,
    logLevel: "silent",
    preview: { port: 0, strictPort: false, host: "127.0.0.1" },
  });
  browser = await chromium.launch({ executablePath: findChromium() ?? "", args: CHROMIUM_ARGS });
  page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(error.message));
  await page.goto(server.resolvedUrls?.local[0] ?? "");
  await page.waitForFunction(() => "createLayoutEngine" in globalThis);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(root, { recursive: true, force: true });
});

/** Runs in the page. */
async function layoutInPage(asked: LayoutRequest, abortAfterMs?: number) {
  return page.evaluate(
    async ({ asked, abortAfterMs }) => {
      const { createLayoutEngine } = globalThis as unknown as typeof import("../../src/view/layout/create-layout-engine.ts");
      const engine = createLayoutEngine();
      const controller = new AbortController();
      if (abortAfterMs !== undefined) setTimeout(() => controller.abort(), abortAfterMs);
      try {
        const positions = await engine.run(asked, { signal: controller.signal });
        return { positions: [...positions], error: "" };
      } catch (error) {
        return { positions: [], error: (error as Error).name };
      } finally {
        engine.destroy();
      }
    },
    { asked, abortAfterMs },
  );
}

describe("the layout worker in a browser", () => {
  it("starts under the page's content security policy and arranges actors as it does elsewhere, to the unit", async () => {
    const workers = page.waitForEvent("worker");
    const asked: LayoutRequest = { ...madeGraph(200, 500), layout: "stress", seed: 3 };
    const { positions, error } = await layoutInPage(asked);
    expect(error).toBe("");
    expect((await workers).url()).toContain(server.resolvedUrls?.local[0] ?? "no server");
    expect(positions.map(([id]) => id)).toEqual(asked.ids);
    expect(positions).toEqual([...finished(layoutInSteps(asked))]);
  });

  it("ends when it is aborted", async () => {
    const asked: LayoutRequest = { ...madeGraph(3000, 9000), layout: "stress", seed: 3 };
    expect((await layoutInPage(asked, 50)).error).toBe("AbortError");
    await expect.poll(() => page.workers().length, { timeout: 30_000 }).toBe(0);
    expect(troubles).toEqual([]);
  });
});
