import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, createTestBrowser, type TestBrowser, whenReady } from "../support/browser-page.ts";

let browser: TestBrowser;

beforeAll(async () => {
  browser = await createTestBrowser();
}, 60_000);
afterAll(() => browser.close());

async function show(page: Page, pane: string): Promise<void> {
  const first = page.getByRole("radiogroup", { name: "What to show" }).getByText(pane, { exact: true });
  if ((await first.count()) > 0) await first.click();
  else await page.getByLabel("More to show").selectOption({ label: pane });
}

/** What a reader would have to scroll the page for, and what is too small to hit; parts that scroll by themselves apart. */
function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide in ${clientWidth} px`);
    if (scrollHeight > clientHeight) faults.push(`the page is ${scrollHeight} px high in ${clientHeight} px`);
    for (const element of document.querySelectorAll<HTMLElement>(
      "button, input, a, summary, [role=treeitem], [role=slider], p, h2",
    )) {
      const box = element.getBoundingClientRect();
      const isSeen = box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true });
      if (!isSeen || element.closest(".grid, .steps-nav, .sr-only, .skip") !== null) continue;
      const name = `${element.tagName} ${element.getAttribute("aria-label") ?? element.textContent?.slice(0, 30)}`;
      if (box.left < -0.5 || box.right > innerWidth + 0.5) faults.push(`${name} lies from ${box.left} to ${box.right}`);
      const isTarget =
        element.matches("button:not([aria-hidden=true]), summary, [role=slider]") && !element.matches("p button, span button");
      if (isTarget && Math.min(box.width, box.height) < 23.5) faults.push(`${name} is ${box.width} × ${box.height}`);
    }
    return faults;
  });
}

describe("a window 320 px wide", () => {
  it("needs no scrolling sideways in any pane, with evidence, dialog, menu and search open", async () => {
    const { page, troubles } = await browser.visit({ viewport: { width: 320, height: 640 } });
    for (const pane of ["Graph", "Table", "Who supports whom", "Sources", "Disputes", "Filters", "List"]) {
      await show(page, pane);
      expect([pane, await faultsOf(page)]).toEqual([pane, []]);
    }
    await page.getByTestId("search").fill("north korea");
    await page.getByRole("option").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByTestId("relation-item").first().click();
    await page.getByTestId("claim-card").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByTestId("inspector").getByRole("button", { name: "Close" }).click();
    await page.getByTestId("outline").getByRole("treeitem").first().press("Shift+F10");
    await page.getByTestId("context-menu").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "List all commands and keys" }).click();
    await page.getByTestId("command-sheet").waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});

describe("a large window", () => {
  it("is no longer than itself in any view, with routes, dossier, timeline and evidence open", async () => {
    const { page, troubles } = await browser.visit({ viewport: { width: 1440, height: 900 } });
    const views = page.getByRole("radiogroup", { name: "Show as", exact: true });
    for (const view of ["Table", "Who supports whom", "Sources", "Disputes", "Coverage", "Graph"]) {
      await views.getByText(view, { exact: true }).click();
      await page.locator('[aria-busy="true"]').waitFor({ state: "detached" });
      expect([view, await faultsOf(page)]).toEqual([view, []]);
    }
    const question = page.getByRole("button", { name: /^How do North Korea's missile technicians connect/ });
    if (!(await question.isVisible())) await page.locator(".left details summary").first().click();
    await question.click();
    await page.getByTestId("route-row").first().locator(".route-button").click();
    await page.getByTestId("dossier-hop").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByTestId("outline").getByRole("treeitem").first().click();
    await page.getByTestId("relation-item").first().waitFor();
    await page.getByTestId("relation-item").first().click();
    await page.getByTestId("claim-card").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});

describe("a narrow screen", () => {
  it.each([
    ["when the timeline is opened and closed", 0],
    ["when frames come so late that Cytoscape has noticed the size first", 300],
  ])("keeps all of the graph in sight %s", async (_, milliseconds) => {
    const { page } = await browser.visit({ viewport: { width: 390, height: 844 } });
    await show(page, "Graph");
    await page.evaluate((late) => {
      const onTime = window.requestAnimationFrame.bind(window);
      if (late > 0) window.requestAnimationFrame = (callback) => window.setTimeout(() => onTime(callback), late);
    }, milliseconds);
    const canvas = page.getByTestId("graph-canvas");
    await page.locator('.canvas-tools [data-command="fit"]').click();
    /** Actors whose middle is in sight. */
    const inSight = () =>
      canvas.evaluate((element) => {
        const { cy } = (
          element as unknown as { _cyreg: { cy: { nodes(): Iterable<{ renderedPosition(): { x: number; y: number } }> } } }
        )._cyreg;
        const { clientWidth, clientHeight } = element;
        return [...cy.nodes()].filter((node) => {
          const { x, y } = node.renderedPosition();
          return x >= 0 && y >= 0 && x <= clientWidth && y <= clientHeight;
        }).length;
      });
    const all = Number(await canvas.getAttribute("data-actors"));
    await expect.poll(inSight).toBe(all);
    const toggle = page.getByTestId("timeline").getByRole("button", { name: "Timeline" });
    await toggle.click();
    await page.getByTestId("histogram").waitFor();
    await expect.poll(inSight).toBe(all);
    expect((await canvas.boundingBox())?.height).toBeGreaterThan(200);
    await toggle.click();
    await expect.poll(inSight).toBe(all);
  });
});

describe("zoomed to 200 %", () => {
  it("shows list, graph and evidence without scrolling sideways, and the graph has room", async () => {
    const { page, troubles } = await browser.open({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });
    await whenReady(page);
    expect(await faultsOf(page)).toEqual([]);
    await show(page, "Graph");
    expect((await page.getByTestId("graph-canvas").boundingBox())?.height).toBeGreaterThan(180);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByTestId("search").fill("Cholma-1");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByTestId("relation-item").first().click();
    await page.getByTestId("claim-card").first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

/** What draws the eye when colours of grounds are gone: a border or an outline. */
function lineAround(element: Locator): Promise<string> {
  return element.evaluate((e) => {
    const { outlineStyle, outlineWidth, borderTopWidth, borderTopStyle } = getComputedStyle(e);
    return `${outlineStyle} ${outlineWidth} ${borderTopStyle} ${borderTopWidth}`;
  });
}

describe("forced colours", () => {
  it("leave focus, selection, the chosen tab and the row under the keys to be seen, and axe finds nothing", async () => {
    const { page, troubles } = await browser.visit({ forcedColors: "active" });
    const outline = page.getByTestId("outline");
    const [chosen, other] = [outline.locator('[data-key="state/ru"]'), outline.locator('[data-key="state/kp"]')];
    await chosen.click();
    const rowOf = (item: Locator) => item.locator("xpath=descendant-or-self::*[contains(@class,'outline-row')]").first();
    expect(await lineAround(rowOf(chosen))).not.toBe(await lineAround(rowOf(other)));
    await page.getByTestId("search").focus();
    expect(await lineAround(page.getByTestId("search"))).toMatch(/(solid|auto) [1-9]/);
    await page.getByTestId("help").focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    expect(await lineAround(page.getByTestId("help"))).toMatch(/^(solid|auto) [1-9]/);
    const tabs = page.getByTestId("tabs").locator("label");
    expect(await lineAround(tabs.first())).not.toBe(await lineAround(tabs.last()));
    expect(await axeViolations(page)).toEqual([]);
    await tabs.getByText("Table", { exact: true }).click();
    const rows = page.getByTestId("grid").locator('[role="row"][data-item]');
    await rows.filter({ hasText: "Kim Jong Un" }).first().click();
    const selected = page.getByTestId("grid").locator('[aria-selected="true"] [role="gridcell"]').first();
    const unselected = page.getByTestId("grid").locator('[aria-selected="false"] [role="gridcell"]').first();
    await page.getByTestId("search").fill("north");
    await page.getByRole("option").first().waitFor();
    expect(await lineAround(selected)).not.toBe(await lineAround(unselected));
    const options = page.getByRole("option");
    expect(await lineAround(options.first())).not.toBe(await lineAround(options.nth(1)));
    expect(troubles).toEqual([]);
  });
});

describe("a reader who wants less motion", () => {
  it("meets none: in panels, menu, dialog, table and tips", async () => {
    const { page } = await browser.visit();
    const moving = () =>
      page.evaluate(() => document.getAnimations().map((a) => (a.effect as KeyframeEffect | null)?.target?.className ?? "?"));
    await page.getByTestId("outline").getByRole("treeitem").first().press("Shift+F10");
    await page.getByTestId("context-menu").waitFor();
    expect(await moving()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "List all commands and keys" }).click();
    await page.getByTestId("command-sheet").waitFor();
    expect(await moving()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByTestId("tabs").getByText("Table").click();
    expect(await moving()).toEqual([]);
  });
});
