// Answers: npm run bench:page. How long is the page held up while it is asked about 100 000 relations? Made data: no actor or claim of it is real.
import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "playwright-core";
import { CHROMIUM_ARGS, findChromium } from "../browser.ts";
import { serveMadePage } from "./made-page.ts";
import { type Watched, watch } from "./watching.ts";

const RESULTS = fileURLToPath(new URL("results.json", import.meta.url));
const ACTORS = 20_000;
const RELATIONS = 100_000;
const SHOWN = 40;
const KNOWN_ON = "2020-01-01";
const WAIT = { timeout: 180_000 };

interface Question {
  readonly name: string;
  readonly act: (page: Page) => Promise<void>;
}

const choose = (page: Page, group: string, name: string): Promise<void> =>
  page.getByRole("radiogroup", { name: group, exact: true }).getByText(name, { exact: true }).click();
async function nameEnd(page: Page, label: string, name: string): Promise<void> {
  const workbench = page.getByTestId("workbench");
  await workbench.getByLabel(label, { exact: true }).first().fill(name);
  await workbench.getByRole("option", { name, exact: true }).first().click(WAIT);
}

/** In this order, each from where the one before it left the page. */
const QUESTIONS: readonly Question[] = [
  {
    name: "routes, found",
    async act(page) {
      await nameEnd(page, "From", "State/n5");
      await nameEnd(page, "To", "State/n9993");
      await page.getByTestId("route-row").first().waitFor(WAIT);
    },
  },
  {
    name: "a route shown with its dossier",
    async act(page) {
      await page.getByTestId("route-row").first().getByRole("button").first().click();
      await page.getByTestId("dossier-hop").first().waitFor(WAIT);
    },
  },
  {
    name: "no route, explained",
    async act(page) {
      await page.getByText("More rules").click();
      await page.getByLabel("Hops at most").fill("1");
      await page.getByLabel("Hops at most").press("Enter");
      await page.getByTestId("no-route").waitFor(WAIT);
    },
  },
  {
    name: "who supports whom",
    async act(page) {
      await page.getByRole("button", { name: "Close the path workbench" }).click();
      await choose(page, "Show as", "Who supports whom");
      await page.getByTestId("support-count").waitFor(WAIT);
    },
  },
  {
    name: "sources, with what rests on each",
    async act(page) {
      await choose(page, "Show as", "Sources");
      await page.getByTestId("source-row").first().waitFor(WAIT);
    },
  },
  {
    name: "disputes",
    async act(page) {
      await choose(page, "Show as", "Disputes");
      await page.getByTestId("part-contradictions").waitFor(WAIT);
    },
  },
  {
    name: "a filter set",
    async act(page) {
      await choose(page, "Show as", "Graph");
      await page.getByRole("list", { name: "Status of the relation" }).getByRole("checkbox", { name: "alleged" }).click();
      await page.getByRole("list", { name: "Active filters" }).waitFor(WAIT);
    },
  },
  {
    name: "table of all relations",
    async act(page) {
      await choose(page, "Show as", "Table");
      await choose(page, "Rows", "Relations");
      await choose(page, "Rows of what", "Whole dataset");
      await page.getByTestId("grid").locator('[role="row"]').nth(3).waitFor(WAIT);
    },
  },
  {
    name: "that table sorted",
    async act(page) {
      await page.getByTestId("grid").getByRole("columnheader", { name: "Status" }).getByRole("button").click();
      await page.locator('[role="columnheader"][aria-sort="ascending"]').waitFor(WAIT);
      await page.locator('[data-testid="grid"][aria-busy="false"]').waitFor(WAIT);
    },
  },
  {
    name: "that table filtered by text",
    async act(page) {
      await page.getByRole("textbox", { name: "Filter the relations by text" }).fill("n77 ");
      await page.getByTestId("table-count").filter({ hasText: "hold" }).waitFor(WAIT);
    },
  },
  {
    name: "table of all claims",
    async act(page) {
      await choose(page, "Rows", "Claims");
      await page
        .getByRole("grid", { name: /^claims/ })
        .locator('[role="row"]')
        .nth(3)
        .waitFor(WAIT);
    },
  },
  {
    name: "coverage, best covered",
    async act(page) {
      await choose(page, "Show as", "Coverage");
      await choose(page, "Rows", "Best covered");
      await page.getByTestId("coverage-count").filter({ hasText: /\d/ }).waitFor(WAIT);
    },
  },
  {
    name: "searched",
    async act(page) {
      await choose(page, "Show as", "Graph");
      await page.getByTestId("search").pressSequentially("n77 supplies", { delay: 60 });
      await page.getByRole("option").first().waitFor(WAIT);
      await page.keyboard.press("Escape");
    },
  },
  {
    name: "read as known on an earlier day",
    async act(page) {
      const field = page.getByTestId("known-on").getByRole("textbox");
      await field.fill(KNOWN_ON);
      await field.press("Enter");
      await page.getByRole("button", { name: /^Remove filter .*known on/i }).waitFor(WAIT);
    },
  },
  {
    name: "everything exported as GraphML",
    async act(page) {
      await page.getByTestId("graph-canvas").focus();
      await page.keyboard.press("x");
      const dialog = page.getByTestId("export-dialog");
      await dialog.getByLabel("What", { exact: true }).selectOption({ label: "The whole dataset" });
      await dialog.getByLabel("As", { exact: true }).selectOption({ label: "GraphML" });
      await page.getByTestId("export-counts").waitFor(WAIT);
      await Promise.all([page.waitForEvent("download", WAIT), page.getByTestId("export-save").click()]);
    },
  },
];

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error("No Chromium was found: install one, or set CHROMIUM_PATH.");
  process.exit(2);
}
const served = await serveMadePage({ actors: ACTORS, relations: RELATIONS, isShown: (i) => i < SHOWN });
const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(served.url, WAIT);
  await page.waitForSelector('[data-testid="graph-canvas"][data-ready="true"]', { state: "attached", ...WAIT });
  await page.waitForTimeout(4000);
  await page.getByTestId("graph-canvas").focus();
  await page.keyboard.press("g");
  await page.getByTestId("workbench").waitFor(WAIT);
  const session = await page.context().newCDPSession(page);
  const result: Record<string, Watched & { readonly seconds: number }> = {};
  for (const { name, act } of QUESTIONS) {
    const start = performance.now();
    let seconds = 0;
    const watched = await watch(session, page, async () => {
      await act(page);
      seconds = Math.round((performance.now() - start) / 100) / 10;
    });
    result[name] = { ...watched, seconds };
    const [cpu, wall] = [watched.longestCpu, watched.longestWall].map(Math.round);
    console.log(`${name}: longest task ${cpu} ms (wall ${wall}); the answer stood after ${seconds} s`);
  }
  const pageQueries = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    chromium: browser.version(),
    unit: "ms of the page's main thread, one run each",
    load: loadavg()
      .map((n) => n.toFixed(1))
      .join(" "),
    actors: ACTORS,
    relations: RELATIONS,
    shown: SHOWN,
    ...result,
  };
  const held = JSON.parse(readFileSync(RESULTS, "utf8")) as Record<string, unknown>;
  writeFileSync(RESULTS, `${JSON.stringify({ ...held, pageQueries }, null, 2)}\n`);
} finally {
  await browser.close();
  await served.close();
}
