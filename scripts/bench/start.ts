// Answers: npm run bench. How long do the page's start, the data build and queries take? Exit 1 when the start is over its budget.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, findChromium } from "../browser.ts";
import "../build.ts";
import { build } from "../build-graph.ts";
import { readData } from "../read-data.ts";
import { serveDist } from "../serve-dist.ts";
import { printQueryTimes } from "./queries.ts";

/** From navigation to the painted graph, with the processor slowed four times. */
const PAINT_BUDGET_MS = 2500;
const LOADS = 7;
const dataDir = fileURLToPath(new URL("../../graph-data", import.meta.url));

function summary(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b).map(Math.round);
  return `min ${sorted[0]}, median ${medianOf(times)}, max ${sorted.at(-1)} ms of ${times.length}`;
}

function medianOf(times: readonly number[]): number {
  return Math.round([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN);
}

interface StartTimes {
  /** The graph is on the screen. */
  readonly painted: number[];
  /** It answers to the pointer. */
  readonly live: number[];
}

async function startTimes(url: string, executablePath: string): Promise<StartTimes> {
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  const times: StartTimes = { painted: [], live: [] };
  try {
    for (let load = 0; load < LOADS; load++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await page.goto(url);
      await page.waitForSelector('[data-testid="graph-canvas"][data-ready="true"]', { state: "attached" });
      for (const name of ["painted", "live"] as const)
        times[name].push(
          await page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN, `graph-${name}`),
        );
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return times;
}

function buildTimes(): { cold: number; warm: number[] } {
  const root = mkdtempSync(join(tmpdir(), "entente-bench-"));
  const timed = (): number => {
    const start = performance.now();
    build({ dataDir, outDir: join(root, "out"), cacheDir: join(root, "cache") }, () => {});
    return performance.now() - start;
  };
  const times = { cold: timed(), warm: [timed(), timed(), timed(), timed(), timed()] };
  rmSync(root, { recursive: true });
  return times;
}

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error("No Chromium was found: install one, or set CHROMIUM_PATH.");
  process.exit(2);
}
const data = buildTimes();
console.log(`data build: cold ${Math.round(data.cold)} ms; nothing changed ${summary(data.warm)}`);
const { dataset } = readData(dataDir);
if (dataset !== undefined) printQueryTimes(dataset.vocabulary);
const served = await serveDist();
const { painted, live } = await startTimes(served.url, executablePath);
await served.close();
console.log(`graph painted, 4x CPU throttling: ${summary(painted)}; budget ${PAINT_BUDGET_MS} ms`);
console.log(`graph answers to the pointer: ${summary(live)}`);
if (medianOf(painted) > PAINT_BUDGET_MS) {
  console.error("The start is over its budget.");
  process.exit(1);
}
