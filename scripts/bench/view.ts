// Answers: npm run bench:view. How long do the canvas alone and the whole page keep the main thread busy with 1 500 actors and 4 500 relations? Made data.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { CHROMIUM_ARGS, findChromium } from "../browser.ts";
import { serveScript } from "../serve-script.ts";
import type {} from "./view-page.ts";
import { printTimes, type Times, timesOf, type Watched, watch } from "./watching.ts";
import { workspaceTimes } from "./workspace.ts";

const RESULTS = fileURLToPath(new URL("results.json", import.meta.url));
const REPEATS = 20;

type Action = (page: Page, run: number) => Promise<void>;

const show = (keptBack: (run: number) => number, isFiltered: (run: number) => boolean): Action => {
  return (page, run) =>
    page.evaluate(([kept, filtered]) => viewBench?.show(kept, filtered), [keptBack(run), isFiltered(run)] as const);
};

/** Each starts from the whole scene, framed. An even run undoes the one before it. */
const ACTIONS: ReadonlyArray<readonly [name: string, act: Action]> = [
  [
    "expand by 25 actors",
    show(
      (run) => (REPEATS - run) * 25,
      () => false,
    ),
  ],
  [
    "filter toggle",
    show(
      () => 0,
      (run) => run % 2 === 1,
    ),
  ],
  [
    "hover",
    async (page, run) => {
      const targets = await page.evaluate(() => viewBench?.targets() ?? []);
      const { x, y } = targets[run % targets.length] ?? { x: 0, y: 0 };
      await page.mouse.move(x, y);
    },
  ],
  [
    "pan",
    async (page, run) => {
      const [dx, dy] = [run % 2 === 0 ? 8 : -8, run % 4 < 2 ? 5 : -5];
      await page.mouse.move(700, 4);
      await page.mouse.down();
      for (let i = 1; i <= 20; i++) await page.mouse.move(700 + dx * i, 4 + Math.max(0, dy * i));
      await page.mouse.up();
    },
  ],
  [
    "zoom",
    async (page, run) => {
      await page.mouse.move(720, 450);
      for (let i = 0; i < 8; i++) await page.mouse.wheel(0, run % 2 === 0 ? -60 : 60);
    },
  ],
];

async function measured(page: Page): Promise<Record<string, Times>> {
  const session = await page.context().newCDPSession(page);
  const result: Record<string, Times> = {};
  for (const [name, act] of ACTIONS) {
    await page.evaluate(() => viewBench?.show(0, false));
    await page.evaluate(() => viewBench?.view.fit());
    await page.mouse.move(1, 1);
    if (name.startsWith("expand")) await page.evaluate((kept) => viewBench?.show(kept, false), (REPEATS + 1) * 25);
    await page.waitForTimeout(1500);
    const watched: Watched[] = [];
    for (let run = 0; run <= REPEATS; run++) watched.push(await watch(session, () => act(page, run)));
    result[name] = timesOf(watched);
    printTimes(name, timesOf(watched));
  }
  return result;
}

function heldResults(): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(RESULTS, "utf8")) as Record<string, unknown>;
  } catch {
    return {};
  }
}

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error("No Chromium was found: install one, or set CHROMIUM_PATH.");
  process.exit(2);
}
const served = await serveScript("scripts/bench/view-page.ts");
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(served.url);
  await page.waitForFunction(() => globalThis.viewBench !== undefined);
  const size = await page.evaluate(() => ({ actors: viewBench?.actors, relations: viewBench?.relations }));
  const times = await measured(page);
  if (process.argv[2] !== undefined) await page.screenshot({ path: process.argv[2] });
  await page.close();
  const workspace = await workspaceTimes(browser, REPEATS);
  const view = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    chromium: browser.version(),
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    rendering: "software (--disable-gpu), 1440×900, device pixel ratio 1",
    unit: "ms of the main thread; Cpu: processor time, Wall: with the time other programs had the processor",
    load: loadavg()
      .map((n) => n.toFixed(1))
      .join(" "),
    ...size,
    ...times,
    workspace,
  };
  writeFileSync(RESULTS, `${JSON.stringify({ ...heldResults(), view }, null, 2)}\n`);
} finally {
  await browser.close();
  await served.close();
}
