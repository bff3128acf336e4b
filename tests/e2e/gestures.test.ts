import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { buildGraph, orderedClaimsOf } from "../../src/graph/build.ts";
import { writeSnapshot } from "../../src/graph/write-snapshot.ts";
import { sha256Hex } from "../support/arbitraries.ts";
import { createTestBrowser, headlineOf, type Opened, type TestBrowser, whenReady } from "../support/browser-page.ts";
import { pointOver } from "../support/canvas-pointer.ts";
import { datasetOf } from "../support/small-data.ts";

let browser: TestBrowser;
let opened: Opened;
let page: Page;

beforeAll(async () => {
  browser = await createTestBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  opened = await browser.visit();
  page = opened.page;
});
afterEach(() => expect(opened.troubles).toEqual([]));

const canvas = () => page.getByTestId("graph-canvas");
const menu = () => page.getByTestId("context-menu");
const notice = (text: string | RegExp) => page.getByTestId("notice").filter({ hasText: text }).waitFor();
const headline = () => headlineOf(page);
const countOf = async (what: "actors" | "relations" | "selected") => Number(await canvas().getAttribute(`data-${what}`));
const has = (what: "actors" | "relations" | "selected", n: number) =>
  page.waitForSelector(`[data-testid="graph-canvas"][data-${what}="${n}"]`, { state: "attached" });
const focusIsIn = (id: string) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
const copied = () => page.evaluate(() => navigator.clipboard.readText());

async function menuOn(wanted: string): Promise<void> {
  const at = await pointOver(page, wanted);
  await page.mouse.click(at.x, at.y, { button: "right" });
  await menu().waitFor();
}
const run = (command: string) => menu().locator(`[data-command="${command}"]`).click();
/** In units of the screen: how far apart two actors are drawn. */
async function gap(): Promise<number> {
  const [a, b] = [await pointOver(page, "person/kim-jong-un"), await pointOver(page, "unit/cholma-1")];
  return Math.hypot(a.x - b.x, a.y - b.y);
}

describe("the first visit", () => {
  it("shows a few questions and how to read a line, and waits in the search box, which / does not write into", async () => {
    await focusIsIn("search");
    const questions = await page.getByRole("region", { name: "Start with a question" }).getByRole("button").count();
    expect(questions).toBeGreaterThanOrEqual(3);
    await page.getByTestId("line-key").getByText("How to read a line").waitFor();
    await page.keyboard.press("/");
    expect(await page.getByTestId("search").inputValue()).toBe("");
    await page.keyboard.type("1/2");
    expect(await page.getByTestId("search").inputValue()).toBe("1/2");
  });
});

describe("what rests on the canvas", () => {
  it("lights an actor and what it is tied to at once, says what it is after a moment, and goes out when it leaves", async () => {
    const lit = canvas().locator('[aria-hidden="true"] > svg');
    const at = await pointOver(page, "unit/cholma-1");
    await page.mouse.move(at.x, at.y);
    await lit.waitFor({ state: "attached" });
    const names = (await lit.locator("text").allTextContents()).join(" ");
    expect(names).toContain("Cholma-1");
    expect(names).not.toContain("Kim Jong Un");
    await page.getByText("Cholma-1 · Military unit").waitFor();
    const box = await canvas().boundingBox();
    await page.mouse.move((box?.x ?? 0) + 6, (box?.y ?? 0) + 6);
    await lit.waitFor({ state: "detached" });
    expect(await page.getByText("Cholma-1 · Military unit").count()).toBe(0);
  });
});

describe("the menu of an actor", () => {
  it("holds every command on actors that can run, and none on relations", async () => {
    await menuOn("state/sy");
    const held = await menu()
      .locator("[data-command]")
      .evaluateAll((all) => all.map((item) => item.getAttribute("data-command")));
    const wanted = [
      "expand",
      "expand-out",
      "expand-in",
      "expand-by-type",
      "collapse",
      "focus-1",
      "focus-2",
      "focus-3",
      "focus-4",
    ];
    expect(held).toEqual(expect.arrayContaining([...wanted, "hide", "pin", "select-neighbors", "show-evidence", "copy-link-to"]));
    expect(held.filter((id) => /type$|source$|sentence$/.test(id ?? "") && id !== "expand-by-type")).toEqual([]);
  });

  it("expands along what goes out, what comes in, and one type of relation", async () => {
    for (const command of ["expand-out", "expand-in"]) {
      const before = await countOf("actors");
      await menuOn("state/ru");
      const [, more] = /\(\+(\d+)\)/.exec(await menu().locator(`[data-command="${command}"]`).innerText()) ?? [];
      expect([command, Number(more)]).toEqual([command, expect.toSatisfy((n: number) => n > 0)]);
      await run(command);
      await has("actors", before + Number(more));
      await page.keyboard.press("Control+z");
      await has("actors", before);
    }
    await menuOn("person/bashar-al-assad");
    await menu().locator('[data-command="expand-by-type"]').hover();
    const type = page.locator(".context-menu").last().getByRole("menuitem").first();
    const [, words, count] = /^(.*) \(\+(\d+)\)$/.exec(await type.innerText()) ?? [];
    expect(words).toBeTruthy();
    const actors = await countOf("actors");
    await type.click();
    await has("actors", actors + Number(count));
  });

  it("focuses, pins, selects neighbors, opens the evidence, and copies a link with it selected", async () => {
    const actors = await countOf("actors");
    await menuOn("unit/cholma-1");
    await run("focus-1");
    await notice("Focused on one hop around Cholma-1");
    expect(await countOf("actors")).toBeLessThan(actors);
    await page.keyboard.press("0");
    await has("actors", actors);
    await menuOn("unit/cholma-1");
    await run("pin");
    await notice("Pinned one actor");
    await menuOn("unit/cholma-1");
    await run("select-neighbors");
    await notice(/actors selected/);
    expect(await countOf("selected")).toBeGreaterThan(1);
    await page.keyboard.press("Escape");
    await menuOn("unit/cholma-1");
    await run("show-evidence");
    await focusIsIn("inspector");
    expect(await headline()).toBe("Cholma-1");
    await menuOn("person/kim-jong-un");
    await run("copy-link-to");
    await notice("Copied the link");
    expect(await copied()).toMatch(/#v1=.*&selected=/);
    expect(await headline()).toBe("Kim Jong Un");
  });
});

describe("the menu of a line", () => {
  it("copies its sentence with its hedge, opens its claims, and filters by its type", async () => {
    const relations = await countOf("relations");
    const { id } = await pointOver(page, "e_");
    await menuOn(id);
    await run("show-evidence");
    await focusIsIn("inspector");
    await page.keyboard.press("Escape");
    await page.getByTestId("search").fill("North Korea deploys Cholma-1 to Syria");
    await page.getByRole("option", { name: /is alleged to deploy Cholma-1/ }).click();
    await page.getByTestId("copy-sentence").click();
    await notice("Copied:");
    expect(await copied()).toBe("North Korea is alleged to deploy Cholma-1 to Syria");
    const alone = await pointOver(page, "e_");
    await menuOn(alone.id);
    await run("only-type");
    await page.getByRole("list", { name: "Active filters" }).waitFor();
    const only = await countOf("relations");
    expect(only).toBeLessThan(relations);
    await page.keyboard.press("Control+z");
    await has("relations", relations);
    await menuOn(alone.id);
    await run("hide-type");
    await has("relations", relations - only);
  });

  it("leaves out one of the sources it rests on, chosen by its title", async () => {
    await menuOn("e_");
    await menu().locator('[data-command="without-source"]').hover();
    const source = page.locator(".context-menu").last().getByRole("menuitem").first();
    const title = await source.innerText();
    await source.click();
    await notice(`Left out “${title}”`);
    await page.getByRole("button", { name: `Remove filter without source: ${title}` }).waitFor();
  });
});

describe("keys of the canvas", () => {
  it("zooms by + and −, and F fits everything again", async () => {
    await canvas().focus();
    const before = await gap();
    await page.keyboard.press("+");
    expect((await gap()) / before).toBeCloseTo(1.25, 2);
    await page.keyboard.press("-");
    expect((await gap()) / before).toBeCloseTo(1, 2);
    for (let i = 0; i < 6; i++) await page.keyboard.press("-");
    await page.keyboard.press("f");
    expect((await gap()) / before).toBeCloseTo(1, 1);
  });

  it("focuses by three and four hops, shows the table by T, and searches by Ctrl+K from anywhere", async () => {
    await page
      .getByTestId("outline")
      .getByRole("treeitem", { name: /^Cholma-1,/ })
      .click();
    const sizes: number[] = [];
    for (const hops of ["1", "2", "3", "4"]) {
      await page.keyboard.press(hops);
      await notice(/^Focused on (one hop|[234] hops) around Cholma-1/);
      sizes.push(await countOf("actors"));
    }
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sizes[0]).toBeLessThan(sizes[3] ?? 0);
    await page.keyboard.press("t");
    await page.getByTestId("grid").waitFor();
    await page.keyboard.press("Control+k");
    await focusIsIn("search");
  });

  it("leave the browser's own shortcuts alone", async () => {
    await canvas().focus();
    const taken = await page.evaluate(() =>
      ["f", "p", "s", "t", "c", "a", "d", "+", "-", "0", "h", "u"].filter((key) => {
        const stroke = new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true, cancelable: true });
        return !document.activeElement?.dispatchEvent(stroke);
      }),
    );
    expect(taken).toEqual([]);
  });
});

describe("an expansion that brings many", () => {
  it("lets the reader choose by type, with counts, above 25", async () => {
    await page
      .getByTestId("filters")
      .getByRole("checkbox", { name: /conjecture/i })
      .check();
    await page.keyboard.press("Escape");
    const before = await countOf("actors");
    const at = await pointOver(page, "state/kp");
    await page.mouse.dblclick(at.x, at.y);
    const dialog = page.getByRole("dialog", { name: /^North Korea has \d+ neighbors that are not shown/ });
    await dialog.waitFor();
    const [, many] = /has (\d+)/.exec(await dialog.innerText()) ?? [];
    expect(Number(many)).toBeGreaterThan(25);
    expect(await countOf("actors")).toBe(before);
    const first = dialog.getByRole("checkbox").first();
    const [, count] = /\((\d+)\)$/.exec((await dialog.locator("label").first().innerText()).trim()) ?? [];
    await first.check();
    await dialog.getByRole("button", { name: `Add ${count}`, exact: true }).click();
    await has("actors", before + Number(count));
    await page.keyboard.press("Control+z");
    await has("actors", before);
  });

  it("asks for an explicit yes above 150, and goes back from it", async () => {
    const data = datasetOf(Array.from({ length: 160 }, (_, i) => ["state/hub", "attacks", `org/n${i}`] as const));
    const files = new Map(
      writeSnapshot(buildGraph(data, { sha256Hex }), orderedClaimsOf(data), sha256Hex).map(({ name, text }) => [name, text]),
    );
    const { page: fresh, troubles } = await browser.open({}, async (p) => {
      await p.route(/\/(?:graph\.json|claims\/.*)$/, (route) => {
        const name = new URL(route.request().url()).pathname.slice(1);
        return route.fulfill({ body: files.get(name) ?? "", contentType: "application/json" });
      });
    });
    page = fresh;
    await whenReady(page);
    await page.getByText("Nothing is on the canvas. Search for an actor, or open one of the questions.").waitFor();
    await page.getByTestId("search").fill("hub");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Control+Enter");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Add all 160" }).click();
    const question = dialog.getByRole("alert").filter({ hasText: "Add 160 actors at once?" });
    await question.waitFor();
    await question.getByRole("button", { name: "No, choose fewer" }).click();
    expect(await countOf("actors")).toBe(1);
    await dialog.getByRole("button", { name: "Add all 160" }).click();
    await question.getByRole("button", { name: "Yes, add 160" }).click();
    await has("actors", 161);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

describe("an empty canvas", () => {
  it("says which filters did it and how much each, and offers the ways back", async () => {
    const actors = await countOf("actors");
    const filters = page.getByTestId("filters");
    await filters.getByRole("checkbox", { name: /Military unit/ }).uncheck();
    await has("actors", actors - 3);
    await filters.getByTestId("min-degree").fill("99");
    const empty = page.locator(".empty");
    await empty
      .getByText(
        `All ${actors} actors on the canvas are out of sight: 3 hidden by the kind filter, ${actors - 3} hidden for fewer than 99 shown relations.`,
      )
      .waitFor();
    await empty.getByRole("button", { name: /^Undo: / }).click();
    await page.locator(".empty").waitFor({ state: "detached" });
    await page.getByTestId("redo").click();
    await empty.getByRole("button", { name: "Show any" }).click();
    await has("actors", actors - 3);
    await filters.getByTestId("min-degree").fill("99");
    await empty.getByRole("button", { name: "Clear all filters" }).click();
    await has("actors", actors);
  });
});

describe("a finger", () => {
  it("opens the menu by a long press, which lifting it does not close, and selects by a tap", async () => {
    const { page: touched, troubles } = await browser.open({ hasTouch: true, viewport: { width: 390, height: 844 } });
    page = touched;
    await whenReady(page);
    await page.getByRole("radiogroup", { name: "What to show" }).getByText("Graph", { exact: true }).tap();
    const at = await pointOver(page, "person/kim-jong-un");
    const devtools = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchEnd") =>
      devtools.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchStart" ? [{ x: at.x, y: at.y }] : [] });
    await touch("touchStart");
    await menu().getByText("Kim Jong Un").waitFor();
    await touch("touchEnd");
    await menu().getByRole("menuitem", { name: "Hide" }).waitFor();
    const targets = menu()
      .getByRole("menuitem")
      .or(page.locator(".canvas-tools button, .top-actions button, .inspector .mantine-Button-root"));
    const heights = await targets.evaluateAll((all) => all.map((target) => target.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(20);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(43.9);
    const actors = await countOf("actors");
    await menu().getByRole("menuitem", { name: "Hide" }).tap();
    await has("actors", actors - 1);
    const other = await pointOver(page, "state/ua");
    await page.touchscreen.tap(other.x, other.y);
    await has("selected", 1);
    expect(await headline()).toBe("Ukraine");
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
