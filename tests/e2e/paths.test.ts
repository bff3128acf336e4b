import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { compileGraph } from "../../scripts/compile.ts";
import { dayText } from "../../src/model/day.ts";
import { axeViolations, createTestBrowser, type TestBrowser, whenReady } from "../support/browser-page.ts";

const DATA = fileURLToPath(new URL("../../graph-data", import.meta.url));
const graph = compileGraph(DATA).compiled?.graph;
if (graph === undefined) throw new Error("graph-data does not compile");

let browser: TestBrowser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  browser = await createTestBrowser();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  ({ page, troubles } = await browser.visit());
});
afterEach(() => expect(troubles).toEqual([]));

const canvas = () => page.getByTestId("graph-canvas");
const rows = () => page.getByTestId("route-row");
const workbench = () => page.getByTestId("workbench");
const dossier = () => page.getByTestId("dossier");

async function name(label: "From" | "To" | "Must pass" | "Avoid", text: string): Promise<void> {
  const field = workbench().getByLabel(label, { exact: true }).first();
  await field.fill(text);
  await workbench().getByRole("option", { name: text, exact: true }).first().click();
}
async function ask(from: string, to: string): Promise<void> {
  await page.getByTestId("find-routes").click();
  await name("From", from);
  await name("To", to);
  await rows().first().or(page.getByTestId("no-route")).waitFor();
}
async function chooseRoutes(preset: string): Promise<void> {
  await workbench().getByLabel("Routes", { exact: true }).selectOption({ label: preset });
}

describe("the path workbench", () => {
  it("lets nothing move away under a press that follows the name of an end", async () => {
    await ask("North Korea", "Assad government");
    const rules = workbench().locator("details").first();
    const press = () => rules.locator("summary").click({ delay: 60 });
    await press();
    expect(await rules.getAttribute("open")).not.toBeNull();
    await press();
    expect(await rules.getAttribute("open")).toBeNull();
    // Nor under one that follows what was typed and not chosen.
    await workbench().getByLabel("To", { exact: true }).first().pressSequentially("syr");
    await workbench().getByRole("option", { name: "Syria", exact: true }).first().waitFor();
    await page.keyboard.press("Escape");
    await press();
    expect(await rules.getAttribute("open")).not.toBeNull();
  });

  it("never shows a limit of hops that is not the one asked for", async () => {
    await ask("North Korea", "Assad government");
    await workbench().locator("summary").first().click();
    const hops = workbench().getByLabel("Hops at most", { exact: true });
    const [held, found] = [await hops.inputValue(), await page.locator(".route-count").textContent()];
    for (const wrong of ["99", "0", ""]) {
      await hops.fill(wrong);
      await workbench().getByText(`From 1 to 30; ${held} as it is`).waitFor();
      await hops.press("Tab");
      await expect.poll(() => hops.inputValue()).toBe(held);
    }
    expect(await page.locator(".route-count").textContent()).toBe(found);
    await hops.fill("1");
    await hops.press("Tab");
    await expect.poll(() => page.locator(".route-count").textContent()).toMatch(/^1 route:/);
    expect(await hops.inputValue()).toBe("1");
  });

  it("finds ranked routes in a worker, shows one with its dossier, steps through them, and takes all back by undo", async () => {
    await ask("North Korea", "Syria");
    // No list of names is left over what was found.
    expect(await workbench().locator(".mantine-MultiSelect-dropdown").filter({ visible: true }).count()).toBe(0);
    expect(page.workers().some((worker) => worker.url().includes("query-worker"))).toBe(true);
    const hops = await rows().locator(".route-facts > span:first-child").allTextContents();
    expect(hops.map((text) => Number.parseInt(text, 10))).toEqual(
      hops.map((text) => Number.parseInt(text, 10)).sort((a, b) => a - b),
    );
    await expect
      .poll(() => rows().first().textContent())
      .toMatch(/weakest hop (reported|alleged|confirmed|disputed).*independent origin/);

    await rows().nth(1).locator(".route-button").click();
    await dossier().locator("[data-claim]").first().waitFor();
    // The hops in the dossier are the lines drawn as the route.
    const inDossier = await dossier()
      .locator("[data-relation]")
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.relation));
    const drawn = (await canvas().getAttribute("data-route"))?.split(" ") ?? [];
    expect([...new Set(drawn)].sort()).toEqual([...new Set(inDossier)].sort());
    // Every claim of every relation stands there, and no other.
    const claims = await dossier()
      .locator("[data-claim]")
      .evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.claim));
    const wanted = inDossier.flatMap((id) => graph.relations.get(id as never)?.claims.map((c) => c.id) ?? []);
    expect([...claims].sort()).toEqual([...wanted].sort());

    const second = await page.getByTestId("notice").textContent();
    expect(second).toContain("Route 2 of");
    await canvas().focus();
    await page.keyboard.press("j");
    await expect.poll(() => page.getByTestId("notice").textContent()).toContain("Route 3 of");
    await page.keyboard.press("k");
    await page.keyboard.press("k");
    await expect.poll(() => page.getByTestId("notice").textContent()).toContain("Route 1 of");
    for (let i = 0; i < 4; i++) await page.keyboard.press("Control+z");
    await expect.poll(() => canvas().getAttribute("data-route")).toBe("");
  });

  it("takes ends from keys, the menu and the canvas, swaps them, and keeps an actor in one part only", async () => {
    await page.keyboard.press("/");
    await page.getByTestId("search").fill("North Korea");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await canvas().focus();
    await page.keyboard.press("a");
    await workbench().waitFor();
    await workbench().getByRole("button", { name: "Pick the end on the canvas" }).click();
    await page.keyboard.press("/");
    await page.getByTestId("search").fill("Russia");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await rows().first().waitFor();
    const pills = async (label: string): Promise<string[]> =>
      workbench().locator(".actor-field", { hasText: label }).first().locator(".mantine-Pill-label").allTextContents();
    expect([await pills("From"), await pills("To")]).toEqual([["North Korea"], ["Russia"]]);
    await workbench().getByRole("button", { name: "Swap the ends" }).click();
    await expect.poll(async () => [await pills("From"), await pills("To")]).toEqual([["Russia"], ["North Korea"]]);
    await canvas().focus();
    await page.keyboard.press("a");
    await expect.poll(() => pills("From")).toEqual(["Russia"]);
    await canvas().focus();
    await page.keyboard.press("b");
    await expect.poll(async () => [await pills("From"), await pills("To")]).toEqual([[], ["North Korea", "Russia"]]);
  });

  it("ranks and refuses by its presets and rules, and compares routes side by side", async () => {
    await ask("North Korea", "Syria");
    const all = Number.parseInt(await page.locator(".route-count strong").innerText(), 10);
    await expect.poll(() => rows().count()).toBe(all);
    await chooseRoutes("Support only");
    await expect
      .poll(() => page.getByTestId("route-results").textContent())
      .toMatch(/all that are recorded|No route|there may be more/);
    await expect.poll(() => rows().count()).toBeLessThan(all);
    await chooseRoutes("Best evidenced");
    await expect.poll(() => rows().count()).toBe(all);
    const weakest = await rows().locator(".route-facts > span:nth-child(2)").allTextContents();
    const order = ["confirmed", "reported", "alleged", "disputed"];
    const ranks = weakest.map((text) => order.findIndex((status) => text.includes(status)));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    await rows().nth(0).getByRole("checkbox").check();
    await rows().nth(1).getByRole("checkbox").check();
    const table = page.getByTestId("route-compare");
    await table.waitFor();
    expect(await table.getByRole("columnheader").count()).toBe(3);
    await table.getByRole("button", { name: "Lay them out in columns" }).click();
    await workbench().getByText("More rules").click();
    const through = () =>
      rows().evaluateAll((all) => all.filter((row) => row.getAttribute("data-actors")?.includes("state/ru ")).length);
    expect(await through()).toBeGreaterThan(0);
    await name("Avoid", "Russia");
    await expect.poll(async () => [(await rows().count()) > 0, await through()]).toEqual([true, 0]);
  });

  it("explains why there is none, and drops a rule with one click", async () => {
    await ask("Cholma-1", "Kim Jong Un");
    await chooseRoutes("Confirmed only");
    await page.getByTestId("no-route").waitFor();
    const text = (await page.getByTestId("no-route").textContent()) ?? "";
    expect(text).toContain("not to say that there is none");
    expect(text).toMatch(/Without a least status for every hop: (at least )?\d+ routes?/);
    await page.getByTestId("no-route").getByRole("button", { name: "Drop this rule" }).first().click();
    await rows().first().waitFor();
  });

  it("opens from a link with its route, sources off and both clocks, and says when the route no longer holds", async () => {
    await ask("North Korea", "Syria");
    await rows().first().locator(".route-button").click();
    await dossier().locator("[data-claim]").first().waitFor();
    const drawn = await canvas().getAttribute("data-route");
    await page.getByLabel("Known on", { exact: true }).fill("2025-03-01");
    await page.keyboard.press("Enter");
    await page.getByTestId("timeline").getByLabel("From", { exact: true }).fill("2012");
    await page.keyboard.press("Enter");
    const gone = (from: Page) => from.getByTestId("route-results").getByText("does not hold under the filters").count();
    const stateOf = async (from: Page) => [
      await from.getByTestId("graph-canvas").getAttribute("data-route"),
      await gone(from),
      await from.getByRole("list", { name: "Active filters" }).locator("bdi").allTextContents(),
      await from.getByTestId("route-row").count(),
    ];
    await page.getByRole("list", { name: "Source" }).getByRole("checkbox").first().uncheck();
    await expect
      .poll(() => page.getByRole("list", { name: "Active filters" }).textContent())
      .toMatch(/without source.*from 2012.*known on 2025-03-01/);
    await page.getByRole("button", { name: /Copy/ }).first().click();
    const hash = await page.evaluate(() => location.hash);
    const opened = await browser.open({}, undefined, hash);
    await whenReady(opened.page);
    await opened.page.getByTestId("workbench").waitFor();
    const wanted = await stateOf(page);
    await expect.poll(() => stateOf(opened.page), { timeout: 20_000 }).toEqual(wanted);
    expect(drawn).not.toBe("");
    // On a source that says nothing of it there is no route left, and the page says so instead of drawing it.
    await page
      .getByRole("list", { name: "Source" })
      .getByRole("button", { name: /^Only \[Opinion article: North Korea's admission/ })
      .click();
    await expect.poll(() => stateOf(page).then((state) => state.slice(0, 2))).toEqual(["", 1]);
    expect(opened.troubles).toEqual([]);
    await opened.page.context().close();
  });

  it("prints the dossier alone, and has no accessibility violation axe can see", async () => {
    await ask("North Korea", "Syria");
    await rows().first().locator(".route-button").click();
    await dossier().locator("[data-claim]").first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    expect(await dossier().isVisible()).toBe(true);
    expect(await canvas().isVisible()).toBe(false);
    expect(await workbench().isVisible()).toBe(false);
    await page.emulateMedia({ media: "screen" });
  });
});

describe("the day as of which things are known", () => {
  it("shows no later evidence, on the canvas, in panels or counts, and comes back by undo", async () => {
    const shown = async (): Promise<number> => Number(await canvas().getAttribute("data-relations"));
    const today = await shown();
    await page.getByLabel("Known on", { exact: true }).fill("2024-11-20");
    await page.keyboard.press("Enter");
    await expect.poll(shown).toBeLessThan(today);
    const knownOn = "2024-11-20";
    const later = [...graph.sources.values()].filter((source) => dayText(source.publishedDay) > knownOn);
    expect(later.length).toBeGreaterThan(0);
    await page.getByTestId("tabs").getByText("Table").click();
    await page.getByTestId("table-pane").getByText("Claims", { exact: true }).click();
    await page.getByTestId("table-pane").getByText("Whole dataset", { exact: true }).click();
    const text = (await page.getByTestId("table-pane").textContent()) ?? "";
    for (const { title } of later) expect(text).not.toContain(title);
    await page.getByTestId("undo").click();
    await expect.poll(shown).toBe(today);
  });
});

describe("the saved questions", () => {
  const starters = graph.starters;
  it("are each answered in the page within three actions", async () => {
    expect(starters.length).toBeGreaterThanOrEqual(10);
    for (const starter of starters) {
      // One action to see them all, where it is needed, and one to ask.
      const button = page.getByRole("button", { name: starter.question, exact: true });
      if (!(await button.isVisible())) await page.locator(".left details summary").first().click();
      await button.click();
      for (const id of starter.expect?.actors ?? []) {
        const label = graph.actors.get(id)?.label ?? "";
        await expect
          .poll(() => page.locator(`#outline-tree [data-key="${id}"]`).count(), { message: `${starter.id}: ${label}` })
          .toBe(1);
      }
      const relations = [...graph.relations.values()].filter((edge) =>
        (starter.expect?.relations ?? []).some(
          ([from, type, to]) => edge.from === from && edge.to === to && edge.type.id === type,
        ),
      );
      // What is judged or predicted only is off until one asks for it: the third action.
      const isDrawn = (): Promise<boolean> =>
        canvas().evaluate(
          (element, wanted) => {
            const { cy } = (
              element as unknown as { _cyreg: { cy: { edges(): { map<T>(of: (edge: { id(): string }) => T): T[] } } } }
            )._cyreg;
            const drawn = new Set(
              cy
                .edges()
                .map((edge) => edge.id())
                .flatMap((id) => id.split("+")),
            );
            return wanted.every((id) => drawn.has(id));
          },
          relations.map(({ id }) => id as string),
        );
      // The canvas knows its lines some frames after they are asked for.
      const more = page.getByTestId("status-line").getByRole("button", { name: "Show them" });
      await expect.poll(async () => (await isDrawn()) || (await more.isVisible()), { message: starter.id }).toBe(true);
      if (!(await isDrawn())) await more.click();
      await expect.poll(isDrawn, { message: starter.id }).toBe(true);
      if (starter.ask?.query === "paths") await rows().first().waitFor();
      if (await workbench().isVisible()) await workbench().getByRole("button", { name: "Close the path workbench" }).click();
    }
  });
});
