// Answers: npm run bench:page. How long is the page held up while it is asked about 100 000 relations? Made data: no actor or claim of it is real.
import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { setTimeout as waited } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, findChromium } from "../browser.ts";
import { type BarePage, openBarePage } from "./bare-page.ts";
import { serveMadePage } from "./made-page.ts";
import { printTimes, type Summary, summaryOf, type Watched, watch } from "./watching.ts";

const RESULTS = fileURLToPath(new URL("results.json", import.meta.url));
const ACTORS = 20_000;
const RELATIONS = 100_000;
/** As many to a relation as on the record. */
const CLAIMS = 210_000;
const SHOWN = 40;
const KNOWN_ON = "2020-01-01";
/** Each in a page of its own. The machine's own speed wavers, and now and then a collection of garbage falls into a step. */
const ROUNDS = 5;
/** Without a task as long as this the page seems to answer at once. */
const LIMIT_MS = 50;
/** After the page answers to the pointer, it opens its workers. */
const OPENING_MS = 4000;
const WAIT_MS = 180_000;

/** Finds what it acts on before it is timed, since looking for it keeps the page busy too; then acts as a hand does. */
type Step = (page: BarePage) => Promise<() => Promise<void>>;
/** CSS of what must stand; where `text` is given, with that in it. */
type Sign = readonly [css: string, text?: string];

interface Question {
  readonly name: string;
  /** In this order; each is watched by itself, until its sign stands and for a while after. */
  readonly steps: readonly (readonly [Step, Sign?])[];
}

/** The middle of the first that CSS finds; where `name` is given, of those that are called, labelled or read so. */
const press = (css: string, name?: string): Step => {
  return async (page) => {
    const middle = await once(`${css} ${name ?? ""}`, () =>
      page.evaluate(
        (selector, wanted) => {
          for (const element of document.querySelectorAll<HTMLElement>(selector)) {
            const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
            const names = [element.ariaLabel, element.textContent, ...labels.map((label) => label.textContent)];
            if (wanted !== null && !names.some((text) => text?.trim() === wanted)) continue;
            element.scrollIntoView({ block: "nearest", inline: "nearest" });
            const { x, y, width, height } = element.getBoundingClientRect();
            if (width > 0 && height > 0) return [x + width / 2, y + height / 2] as const;
          }
          return undefined;
        },
        css,
        name ?? null,
      ),
    );
    return () => page.press(...middle);
  };
};
const key =
  (name: string): Step =>
  async (page) =>
  () =>
    page.key(name);
const insert =
  (text: string): Step =>
  async (page) =>
  () =>
    page.insert(text);
/** What the field in focus holds, so that what is inserted next takes its place. */
const selectAll: Step = async (page) => () => page.evaluate(() => (document.activeElement as HTMLInputElement).select());
const type =
  (text: string): Step =>
  async (page) =>
  async () => {
    for (const character of text) {
      await page.key(character);
      await waited(60);
    }
  };
/** Of a list of the dialog of exports. */
const choose =
  (label: string, option: string): Step =>
  async (page) =>
  () =>
    page.evaluate(
      (name, wanted) => {
        const lists = [...document.querySelectorAll<HTMLSelectElement>('[data-testid="export-dialog"] select')];
        const list = lists.find((each) => [...each.labels].some(({ textContent }) => textContent.trim() === name));
        const value = [...(list?.options ?? [])].find(({ text }) => text === wanted)?.value;
        if (list === undefined || value === undefined) throw new Error(`no ${wanted} in ${name}`);
        list.value = value;
        list.dispatchEvent(new Event("change", { bubbles: true }));
      },
      label,
      option,
    );

const inGroup = (group: string, name: string): Step => press(`[role="radiogroup"][aria-label="${group}"] label`, name);
const end = (label: string, name: string): Question["steps"] => [
  [press('[data-testid="workbench"] input', label)],
  [insert(name), ['[data-testid="workbench"] [role="option"]', name]],
  [press('[data-testid="workbench"] [role="option"]', name)],
];
const tab = (name: string, ...sign: Sign): Question["steps"][number] => [inGroup("Show as", name), sign];

/** In this order, each from where the one before it left the page. */
const QUESTIONS: readonly Question[] = [
  {
    name: "routes, found",
    steps: [
      ...end("From", "State/n5"),
      ...end("To", "State/n9993"),
      [async () => async () => undefined, ['[data-testid="route-row"]']],
    ],
  },
  {
    name: "a route shown with its dossier",
    steps: [[press(".route-button"), ['[data-testid="dossier-hop"]']]],
  },
  {
    name: "no route, explained",
    steps: [
      [press('[data-testid="workbench"] summary, [data-testid="workbench"] button', "More rules")],
      [press('[data-testid="workbench"] input', "Hops at most")],
      [selectAll],
      [insert("1")],
      [key("Enter"), ['[data-testid="no-route"]']],
    ],
  },
  {
    name: "who supports whom",
    steps: [[press("button", "Close the path workbench")], tab("Who supports whom", '[data-testid="support-count"]')],
  },
  { name: "sources, with what rests on each", steps: [tab("Sources", '[data-testid="source-row"]')] },
  { name: "disputes", steps: [tab("Disputes", '[data-testid="part-contradictions"]')] },
  {
    name: "a filter set",
    steps: [
      tab("Graph", '[data-testid="graph-canvas"]'),
      [press('[aria-label="Status of the relation"] .legend-name', "alleged"), ['[aria-label="Active filters"]']],
    ],
  },
  {
    name: "table of all relations",
    steps: [
      tab("Table", '[data-testid="grid"]'),
      [inGroup("Rows", "Relations")],
      [inGroup("Rows of what", "Whole dataset"), ['[data-testid="grid"][aria-busy="false"] [role="row"]:nth-child(4)']],
    ],
  },
  {
    name: "that table sorted",
    steps: [
      [
        press('[data-testid="grid"] [role="columnheader"] button', "Status"),
        ['[data-testid="grid"][aria-busy="false"] [role="columnheader"][aria-sort="ascending"]'],
      ],
    ],
  },
  {
    name: "that table filtered by text",
    steps: [[press("input", "Filter the relations by text")], [insert("n77 "), ['[data-testid="table-count"]', "hold"]]],
  },
  {
    name: "table of all claims",
    steps: [[inGroup("Rows", "Claims"), ['[role="grid"][aria-label^="claims"] [role="row"]:nth-child(4)']]],
  },
  {
    name: "coverage, best covered",
    steps: [
      tab("Coverage", '[data-testid="coverage-count"]'),
      [inGroup("Rows", "Best covered"), ['.matrix-pane[aria-busy="false"]']],
    ],
  },
  {
    name: "searched",
    steps: [
      tab("Graph", '[data-testid="graph-canvas"]'),
      [press('[data-testid="search"]')],
      [type("n77 supplies"), ['[role="option"]']],
      [key("Escape")],
    ],
  },
  {
    name: "read as known on an earlier day",
    steps: [
      [press('[data-testid="known-on"] input')],
      [insert(KNOWN_ON)],
      [key("Enter"), ['[aria-label="Active filters"]', "nown on"]],
    ],
  },
  {
    name: "everything exported as GraphML",
    steps: [
      [press('[data-testid="graph-canvas"]')],
      [key("x"), ['[data-testid="export-dialog"]']],
      [choose("What", "The whole dataset")],
      [choose("As", "GraphML"), ['[data-testid="export-counts"]']],
      [press('[data-testid="export-save"]'), ['[data-testid="notice"]', "Saved"]],
    ],
  },
];

/** Looked for rarely: each look keeps the page busy for a moment. */
async function once<T>(what: string, find: () => Promise<T | undefined>): Promise<T> {
  for (const start = performance.now(); ; await waited(250)) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() - start > WAIT_MS) throw new Error(`not on the page: ${what}`);
  }
}

async function stands(page: BarePage, [css, text = ""]: Sign): Promise<void> {
  await once(`${css} ${text}`, () =>
    page.evaluate(
      (selector, part) => [...document.querySelectorAll(selector)].some((e) => e.textContent.includes(part)) || undefined,
      css,
      text,
    ),
  );
}

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error("No Chromium was found: install one, or set CHROMIUM_PATH.");
  process.exit(2);
}
const served = await serveMadePage({ actors: ACTORS, relations: RELATIONS, claims: CLAIMS, isShown: (i) => i < SHOWN });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
const tracing = await browser.newBrowserCDPSession();

interface Asked extends Watched {
  /** Until the sign of the last step stood. */
  readonly seconds: number;
}

/** Of one question: what holds for all its steps. */
async function askOnce(page: BarePage, { steps }: Question): Promise<Asked> {
  const found: Asked[] = [];
  for (const [step, sign] of steps) found.push(await timed(page, await step(page), sign));
  const most = (what: keyof Watched): number => Math.max(...found.map((each) => each[what]));
  return {
    longestCpu: most("longestCpu"),
    longestOwnCpu: most("longestOwnCpu"),
    longestWall: most("longestWall"),
    allCpu: found.reduce((sum, each) => sum + each.allCpu, 0),
    seconds: found.at(-1)?.seconds ?? Number.NaN,
  };
}

async function timed(page: BarePage, act: () => Promise<void>, sign: Sign | undefined, waitAfter = 0): Promise<Asked> {
  let seconds = 0;
  const watched = await watch(tracing, async () => {
    const start = performance.now();
    await act();
    if (sign !== undefined) await stands(page, sign);
    seconds = (performance.now() - start) / 1000;
    await waited(waitAfter);
  });
  return { ...watched, seconds };
}

try {
  const OPENED = "opened";
  const answers = new Map([OPENED, ...QUESTIONS.map(({ name }) => name)].map((name) => [name, [] as Asked[]]));
  for (let round = 0; round < ROUNDS; round++) {
    const page = await openBarePage(browser, { width: 1440, height: 900 });
    const ready: Sign = ['[data-testid="graph-canvas"][data-ready="true"]'];
    answers.get(OPENED)?.push(await timed(page, () => page.goto(served.url), ready, OPENING_MS));
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-testid="graph-canvas"]')?.focus());
    await page.key("g");
    await stands(page, ['[data-testid="workbench"]']);
    for (const question of QUESTIONS) answers.get(question.name)?.push(await askOnce(page, question));
    await page.close();
  }
  const summaries = [...answers].map(([name, times]) => {
    const of = (what: keyof Asked): Summary => summaryOf(times.map((each) => each[what]));
    const summary = {
      longestCpu: of("longestCpu"),
      longestOwnCpu: of("longestOwnCpu"),
      longestWall: of("longestWall"),
      allCpu: of("allCpu"),
      seconds: of("seconds"),
    };
    printTimes(name, summary);
    console.log(`  the answer stood after p50 ${summary.seconds.p50} s`);
    return [name, summary] as const;
  });
  const all = [...answers.values()].flat();
  const over = (what: keyof Watched): number => all.filter((each) => each[what] > LIMIT_MS).length;
  const long = { runs: all.length, cpu: over("longestCpu"), ownCpu: over("longestOwnCpu"), wall: over("longestWall") };
  console.log(
    `With a task over ${LIMIT_MS} ms: ${long.cpu} of ${long.runs} by processor time (${long.ownCpu} without garbage), ${long.wall} by wall time`,
  );
  const pageQueries = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    chromium: browser.version(),
    unit: "ms of the page's main thread; seconds until the answer stood",
    load: loadavg()
      .map((n) => n.toFixed(1))
      .join(" "),
    actors: ACTORS,
    relations: RELATIONS,
    claims: CLAIMS,
    shown: SHOWN,
    runsOverLimit: { ms: LIMIT_MS, ...long },
    ...Object.fromEntries(summaries),
  };
  const held = JSON.parse(readFileSync(RESULTS, "utf8")) as Record<string, unknown>;
  writeFileSync(RESULTS, `${JSON.stringify({ ...held, pageQueries }, null, 2)}\n`);
} finally {
  await browser.close();
  await served.close();
}
