// Answers: how long does the whole page, panels and all, keep the main thread busy with 1 500 actors and 4 500 relations? Made data.
import type { Browser, Page } from "playwright-core";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import type { ActorId } from "../../src/model/ids.ts";
import { expansionOf } from "../../src/state/expansion.ts";
import { EMPTY_VIEW } from "../../src/state/view-state.ts";
import { serveMadePage } from "./made-page.ts";
import { printTimes, type Times, timesOf, type Watched, watch } from "./watching.ts";

/** Nine tenths of them are shown at the start: 1 500; of the relations those that assert something between two of these, some 4 500. */
const ACTORS = 1_667;
const RELATIONS = 7_740;
/** Actors that, expanded one after the other under the filters of the start, each bring at least two others. */
function expandableIn(graph: EntenteGraph, shown: readonly ActorId[]): ActorId[] {
  const placed = new Map(shown.map((id) => [id, { x: 0, y: 0 }]));
  return shown.filter((id) => {
    const { fresh } = expansionOf(graph, { ...EMPTY_VIEW, placed }, id);
    if (fresh.length < 2) return false;
    for (const other of fresh) placed.set(other, { x: 0, y: 0 });
    return true;
  });
}

interface Action {
  readonly name: string;
  /** What is shown must differ afterwards. */
  readonly isChange?: boolean;
  /** Not measured. */
  readonly prepare?: (page: Page, run: number, expandable: readonly ActorId[]) => Promise<void>;
  readonly act: (page: Page, run: number) => Promise<void>;
}

/** In the middle of the canvas of a window of 1440×900. */
const MIDDLE = { x: 700, y: 450 };

const ACTIONS: readonly Action[] = [
  {
    name: "expand",
    isChange: true,
    async prepare(page, run, expandable) {
      await page.getByTestId("search").fill(expandable[run] ?? "");
      await page.waitForTimeout(300);
      await page.keyboard.press("Enter");
      await page.getByTestId("graph-canvas").focus();
      await page.waitForTimeout(500);
    },
    act: (page) => page.keyboard.press("e"),
  },
  {
    name: "filter",
    isChange: true,
    act: (page) => page.getByRole("list", { name: "Status of the relation" }).getByRole("checkbox", { name: "alleged" }).click(),
  },
  {
    name: "hover",
    act: (page, run) => page.mouse.move(MIDDLE.x - 300 + 31 * run, MIDDLE.y - 100 + 17 * run),
  },
  {
    name: "pan",
    async act(page, run) {
      await page.mouse.move(MIDDLE.x, 120);
      await page.mouse.down();
      for (let i = 1; i <= 20; i++)
        await page.mouse.move(MIDDLE.x + (run % 2 === 0 ? 8 : -8) * i, 120 + (run % 4 < 2 ? 5 * i : 0));
      await page.mouse.up();
    },
  },
  {
    name: "zoom",
    async act(page, run) {
      await page.mouse.move(MIDDLE.x, MIDDLE.y);
      for (let i = 0; i < 8; i++) await page.mouse.wheel(0, run % 2 === 0 ? -60 : 60);
    },
  },
];

/** How many actors and relations are shown. */
function shownOn(page: Page): Promise<string> {
  return page.getByTestId("graph-canvas").evaluate(({ dataset }) => `${dataset.actors} ${dataset.relations}`);
}

/** Each action so often, and once before; printed and given back by name. */
export async function workspaceTimes(browser: Browser, repeats: number): Promise<Record<string, unknown>> {
  const served = await serveMadePage({ actors: ACTORS, relations: RELATIONS, isShown: (i) => i % 10 !== 9 });
  const expandable = expandableIn(served.graph, served.shown);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on("pageerror", (error) => console.error(error.message));
    await page.goto(served.url);
    await page.waitForSelector('[data-testid="graph-canvas"][data-ready="true"]', { state: "attached" });
    await page.waitForTimeout(2000);
    const [actors, relations] = (await shownOn(page)).split(" ");
    console.log(`whole page: ${actors} actors and ${relations} relations shown at the start`);
    const session = await page.context().newCDPSession(page);
    const result: Record<string, Times> = {};
    for (const { name, prepare, act, isChange = false } of ACTIONS) {
      const watched: Watched[] = [];
      for (let run = 0; run <= repeats; run++) {
        await prepare?.(page, run, expandable);
        const before = await shownOn(page);
        watched.push(await watch(session, () => act(page, run)));
        if (isChange && (await shownOn(page)) === before)
          throw new Error(`${name} changed nothing in run ${run}: nothing was measured`);
      }
      result[name] = timesOf(watched);
      printTimes(`whole page, ${name}`, timesOf(watched));
    }
    return { actors: Number(actors), relations: Number(relations), ...result };
  } finally {
    await served.close();
  }
}
