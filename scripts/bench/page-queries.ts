// Answers: npm run bench:page. How long is the page held up while it is asked about 100 000 relations? Made data: no actor or claim of it is real.
import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { type CDPSession, chromium, type Locator, type Page } from "playwright-core";
import { CHROMIUM_ARGS, findChromium } from "../browser.ts";
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
/** From pressing to letting go, in ms. */
const HELD_MS = 60;
const WAIT = { timeout: 180_000 };

/** Finds what it acts on before it is timed, since looking for it keeps the page busy too; then acts as a hand does. */
type Step = (page: Page) => Promise<() => Promise<void>>;
/** CSS of what must stand; where `text` is given, with that in it. */
type Sign = readonly [css: string, text?: string];

interface Question {
  readonly name: string;
  /** In this order; each is watched by itself, until its sign stands and for a while after. */
  readonly steps: readonly (readonly [Step, Sign?])[];
}

const press =
  (find: (page: Page) => Locator): Step =>
  async (page) => {
    const target = find(page).first();
    await target.scrollIntoViewIfNeeded(WAIT);
    const box = await target.boundingBox();
    if (box === null) throw new Error(`${target} cannot be seen`);
    return () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: HELD_MS });
  };
const key =
  (name: string): Step =>
  async (page) =>
  () =>
    page.keyboard.press(name);
/** At once, as when pasted. */
const insert =
  (text: string): Step =>
  async (page) =>
  () =>
    page.keyboard.insertText(text);
const type =
  (text: string): Step =>
  async (page) =>
  () =>
    page.keyboard.type(text, { delay: 60 });
const choose =
  (label: string, option: string): Step =>
  async (page) => {
    const list = await page.getByTestId("export-dialog").getByLabel(label, { exact: true }).elementHandle(WAIT);
    return async () => void (await list?.selectOption({ label: option }));
  };

const inGroup = (group: string, name: string): Step =>
  press((page) => page.getByRole("radiogroup", { name: group, exact: true }).getByText(name, { exact: true }));
const end = (label: string, name: string): Question["steps"] => {
  const workbench = (page: Page): Locator => page.getByTestId("workbench");
  return [
    [press((page) => workbench(page).getByLabel(label, { exact: true }))],
    [insert(name), ['[data-testid="workbench"] [role="option"]', name]],
    [press((page) => workbench(page).getByRole("option", { name, exact: true }))],
  ];
};
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
    steps: [[press((page) => page.locator(".route-button")), ['[data-testid="dossier-hop"]']]],
  },
  {
    name: "no route, explained",
    steps: [
      [press((page) => page.getByText("More rules"))],
      [press((page) => page.getByLabel("Hops at most"))],
      [key("Control+a")],
      [insert("1")],
      [key("Enter"), ['[data-testid="no-route"]']],
    ],
  },
  {
    name: "who supports whom",
    steps: [
      [press((page) => page.getByRole("button", { name: "Close the path workbench" }))],
      tab("Who supports whom", '[data-testid="support-count"]'),
    ],
  },
  { name: "sources, with what rests on each", steps: [tab("Sources", '[data-testid="source-row"]')] },
  { name: "disputes", steps: [tab("Disputes", '[data-testid="part-contradictions"]')] },
  {
    name: "a filter set",
    steps: [
      tab("Graph", '[data-testid="graph-canvas"]'),
      [
        press((page) => page.getByRole("list", { name: "Status of the relation" }).getByRole("checkbox", { name: "alleged" })),
        ['[aria-label="Active filters"]'],
      ],
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
        press((page) => page.getByTestId("grid").getByRole("columnheader", { name: "Status" }).getByRole("button")),
        ['[data-testid="grid"][aria-busy="false"] [role="columnheader"][aria-sort="ascending"]'],
      ],
    ],
  },
  {
    name: "that table filtered by text",
    steps: [
      [press((page) => page.getByRole("textbox", { name: "Filter the relations by text" }))],
      [insert("n77 "), ['[data-testid="table-count"]', "hold"]],
    ],
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
      [press((page) => page.getByTestId("search"))],
      [type("n77 supplies"), ['[role="option"]']],
      [key("Escape")],
    ],
  },
  {
    name: "read as known on an earlier day",
    steps: [
      [press((page) => page.getByTestId("known-on").getByRole("textbox"))],
      [insert(KNOWN_ON)],
      [key("Enter"), ['[aria-label="Active filters"]', "nown on"]],
    ],
  },
  {
    name: "everything exported as GraphML",
    steps: [
      [press((page) => page.getByTestId("graph-canvas"))],
      [key("x"), ['[data-testid="export-dialog"]']],
      [choose("What", "The whole dataset")],
      [choose("As", "GraphML"), ['[data-testid="export-counts"]']],
      [press((page) => page.getByTestId("export-save")), ['[data-testid="notice"]', "Saved"]],
    ],
  },
];

/** Looked for rarely: each look keeps the page busy for a moment. */
async function stands(page: Page, [css, text = ""]: Sign): Promise<void> {
  await page.waitForFunction(
    ([selector, part]) => [...document.querySelectorAll(selector)].some((e) => e.textContent.includes(part)),
    [css, text] as const,
    { ...WAIT, polling: 250 },
  );
}

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error("No Chromium was found: install one, or set CHROMIUM_PATH.");
  process.exit(2);
}
const served = await serveMadePage({ actors: ACTORS, relations: RELATIONS, claims: CLAIMS, isShown: (i) => i < SHOWN });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });

/** Of one question: what holds for all its steps, and how long until the sign of its last stood. */
async function askOnce(page: Page, session: CDPSession, { steps }: Question): Promise<Watched & { readonly seconds: number }> {
  const found: Watched[] = [];
  let seconds = 0;
  for (const [step, sign] of steps) {
    const act = await step(page);
    found.push(
      await watch(session, page, async () => {
        const start = performance.now();
        await act();
        if (sign !== undefined) await stands(page, sign);
        seconds = (performance.now() - start) / 1000;
      }),
    );
  }
  const most = (what: keyof Watched): number => Math.max(...found.map((step) => step[what]));
  return {
    longestCpu: most("longestCpu"),
    longestWall: most("longestWall"),
    allCpu: found.reduce((sum, step) => sum + step.allCpu, 0),
    seconds,
  };
}

try {
  const answers = new Map(QUESTIONS.map(({ name }) => [name, [] as Awaited<ReturnType<typeof askOnce>>[]]));
  for (let round = 0; round < ROUNDS; round++) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on("pageerror", (error) => console.error(error.message));
    await page.goto(served.url, WAIT);
    await page.waitForSelector('[data-testid="graph-canvas"][data-ready="true"]', { state: "attached", ...WAIT });
    await page.waitForTimeout(4000);
    await page.getByTestId("graph-canvas").focus();
    await page.keyboard.press("g");
    await page.getByTestId("workbench").waitFor(WAIT);
    const session = await page.context().newCDPSession(page);
    for (const question of QUESTIONS) answers.get(question.name)?.push(await askOnce(page, session, question));
    await page.close();
  }
  const summaries = [...answers].map(([name, times]) => {
    const of = (what: keyof (typeof times)[number]): Summary => summaryOf(times.map((each) => each[what]));
    const summary = {
      longestCpu: of("longestCpu"),
      longestWall: of("longestWall"),
      allCpu: of("allCpu"),
      seconds: of("seconds"),
    };
    printTimes(name, summary);
    console.log(`  the answer stood after p50 ${summary.seconds.p50} s`);
    return [name, summary] as const;
  });
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
    ...Object.fromEntries(summaries),
  };
  const held = JSON.parse(readFileSync(RESULTS, "utf8")) as Record<string, unknown>;
  writeFileSync(RESULTS, `${JSON.stringify({ ...held, pageQueries }, null, 2)}\n`);
} finally {
  await browser.close();
  await served.close();
}
