import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeGraph } from "../../scripts/bench/made-graphs.ts";
import { CHROMIUM_ARGS, findChromium } from "../../scripts/browser.ts";
import type { Served } from "../../scripts/serve-dist.ts";
import { serveScript } from "../../scripts/serve-script.ts";
import { finished } from "../../src/graph/query/work.ts";
import type { LayoutRequest } from "../../src/view/layout/layout-request.ts";
import { layoutInSteps } from "../../src/view/layout/layouts.ts";

let served: Served;
let browser: Browser;
let page: Page;
const troubles: string[] = [];

beforeAll(async () => {
  served = await serveScript("tests/support/layout-page.ts");
  browser = await chromium.launch({ executablePath: findChromium() ?? "", args: CHROMIUM_ARGS });
  page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(error.message));
  await page.goto(served.url);
  await page.waitForFunction(() => "createLayoutEngine" in globalThis);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
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
    expect((await workers).url()).toContain(served.url);
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
