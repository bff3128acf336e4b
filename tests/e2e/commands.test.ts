import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BUTTON_PLACES } from "../../src/ui/commands/command.ts";
import { MOVEMENT_KEYS, POINTER_GESTURES } from "../../src/ui/commands/gestures.ts";
import { buttonsOf, COMMANDS } from "../../src/ui/commands/registry.ts";
import { axeViolations, createTestBrowser, headlineOf, type Opened, type TestBrowser } from "../support/browser-page.ts";
import { pointOver } from "../support/canvas-pointer.ts";

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
const headline = () => headlineOf(page);
const row = (name: RegExp) => page.getByTestId("outline").getByRole("treeitem", { name });
const notice = (text: string | RegExp) => page.getByTestId("notice").filter({ hasText: text }).waitFor();
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
async function has(what: "actors" | "relations" | "selected", n: number): Promise<void> {
  await page.waitForSelector(`[data-testid="graph-canvas"][data-${what}="${n}"]`, { state: "attached" });
}
const countOf = async (what: "actors" | "relations" | "selected") => Number(await canvas().getAttribute(`data-${what}`));
/** By search, which leaves focus on the graph. */
async function choose(name: string): Promise<void> {
  await press("/");
  await page.keyboard.type(name);
  await page.getByRole("option").first().waitFor();
  await press("Enter");
  await page.getByTestId("inspector").getByRole("heading", { level: 2, name }).waitFor();
}
/** Keys of the row that has focus. */
const focusedKey = () => page.evaluate(() => document.activeElement?.getAttribute("data-key"));

/** What is shown, as a text document made and saved by keys alone from where the focus is; gives what is in the file. */
async function savedByKeys(): Promise<string> {
  await press("x");
  await page.getByTestId("export-counts").waitFor();
  for (const label of ["What", "As"]) {
    await tabTo(
      `[data-testid="export-dialog"] select[id="${await page.getByTestId("export-dialog").getByLabel(label, { exact: true }).getAttribute("id")}"]`,
    );
    await page.keyboard.type(label === "What" ? "What the view" : "Document", { delay: 20 });
  }
  await page.getByTestId("export-counts").waitFor();
  await tabTo('[data-testid="export-save"]');
  const [download] = await Promise.all([page.waitForEvent("download"), press("Enter")]);
  expect(download.suggestedFilename()).toMatch(/\.md$/);
  await press("Escape");
  await page.getByTestId("export-dialog").waitFor({ state: "detached" });
  return readFileSync(await download.path(), "utf8");
}
async function tabTo(selector: string): Promise<void> {
  for (let i = 0; i < 40; i++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await press("Tab");
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

describe("the pointer on the canvas", () => {
  it("selects only what is clicked, adds with Ctrl and Shift, takes out again, and nothing beside everything", async () => {
    const [kim, assad, cholma] = [
      await pointOver(page, "person/kim-jong-un"),
      await pointOver(page, "person/bashar-al-assad"),
      await pointOver(page, "unit/cholma-7"),
    ];
    await page.mouse.click(kim.x, kim.y);
    await has("selected", 1);
    await page.mouse.click(assad.x, assad.y);
    await has("selected", 1);
    expect(await headline()).toBe("Bashar al-Assad");
    for (const [key, at] of [
      ["Control", kim],
      ["Shift", cholma],
    ] as const) {
      await page.keyboard.down(key);
      await page.mouse.click(at.x, at.y);
      await page.keyboard.up(key);
    }
    await has("selected", 3);
    await page.keyboard.down("Control");
    await page.mouse.click(kim.x, kim.y);
    await page.keyboard.up("Control");
    await has("selected", 2);
    const box = await canvas().boundingBox();
    await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + 8);
    await has("selected", 0);
  });

  it("opens the claims of a line that is double-clicked", async () => {
    const line = await pointOver(page, "e_");
    await page.mouse.dblclick(line.x, line.y);
    await page.getByTestId("claim-card").or(page.getByTestId("relation-item")).first().waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "inspector");
  });

  it("drags an actor and pins it there", async () => {
    const at = await pointOver(page, "person/kim-jong-un");
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x - 60, at.y - 40, { steps: 5 });
    await page.mouse.up();
    await page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name: "Moved and pinned an actor" }).waitFor();
  });

  it("selects what lies in a box drawn with Shift", async () => {
    const box = await canvas().boundingBox();
    if (box === null) throw new Error("the canvas has no box");
    await canvas().focus();
    await page.keyboard.down("Shift");
    await page.mouse.move(box.x + 6, box.y + 6);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
    await page.mouse.move(box.x + box.width - 4, box.y + box.height - 4, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up("Shift");
    await has("selected", await countOf("actors"));
  });

  it("opens a menu of commands on an actor, on a line and beside everything, which Esc closes, giving focus back", async () => {
    const at = await pointOver(page, "person/kim-jong-un");
    await page.mouse.click(at.x, at.y, { button: "right" });
    await menu()
      .getByRole("menuitem", { name: /^Collapse/ })
      .waitFor();
    expect(await menu().getByText("Kim Jong Un").count()).toBe(1);
    await press("Escape");
    await menu().waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.id === "graph");
    const line = await pointOver(page, "e_");
    await page.mouse.click(line.x, line.y, { button: "right" });
    await menu()
      .getByRole("menuitem", { name: /Copy the sentence/ })
      .waitFor();
    expect(
      await menu()
        .getByRole("menuitem", { name: /^Expand/ })
        .count(),
    ).toBe(0);
    await press("Escape");
    await menu().waitFor({ state: "detached" });
    const box = await canvas().boundingBox();
    await page.mouse.move((box?.x ?? 0) + 8, (box?.y ?? 0) + 8);
    await page.mouse.click((box?.x ?? 0) + 8, (box?.y ?? 0) + 8, { button: "right" });
    await menu().getByRole("menuitem", { name: "Select all actors shown" }).click();
    await has("selected", await countOf("actors"));
  });
});

describe("the keyboard on the graph", () => {
  it("focuses by hops, leaves the focus, pins, collapses, describes and selects nothing", async () => {
    const actors = await countOf("actors");
    await choose("Kim Jong Un");
    await press("1");
    await notice("Focused on one hop around Kim Jong Un");
    expect(await countOf("actors")).toBeLessThan(actors);
    expect(await page.getByTestId("status-line").innerText()).toContain("beyond the focus on Kim Jong Un");
    await press("2", "0");
    await has("actors", actors);
    await press("p");
    await notice("Pinned one actor");
    await press("p");
    await notice("Unpinned one actor");
    await press("d");
    await page
      .getByTestId("description")
      .filter({ hasText: /^Kim Jong Un, person\. \d+ of \d+ relations shown/ })
      .waitFor();
    await press("Escape");
    expect(await page.getByTestId("description").innerText()).toBe("");
    await has("selected", 1);
    await press("Escape");
    await has("selected", 0);
    await choose("Group of North Korean missile technicians");
    await press("e");
    await notice(/Added \d+ neighbor/);
    await has("selected", 1);
    const expanded = await countOf("actors");
    await press("c");
    await notice(/Took 1 actor off the canvas|Took \d+ actors off the canvas/);
    expect(await countOf("actors")).toBeLessThan(expanded);
    await press("Control+z");
    await has("actors", expanded);
    await press("Control+Shift+Z");
    await notice("Redone: Collapsed Group of North Korean missile technicians");
  });

  it("adds with Shift and an arrow, toggles with Space, opens the menu with Shift+F10 and runs it", async () => {
    await canvas().focus();
    await press("ArrowRight");
    await has("selected", 1);
    await press("Shift+ArrowDown");
    await has("selected", 2);
    await press("Space");
    await has("selected", 1);
    await press("Space");
    await has("selected", 2);
    const actors = await countOf("actors");
    await press("Shift+F10");
    await menu().getByRole("menuitem", { name: "Hide 2 actors" }).waitFor();
    await press("ArrowDown", "End", "Escape");
    await menu().waitFor({ state: "detached" });
    await press("Delete");
    await has("actors", actors - 2);
    await press("u");
    await has("actors", actors);
  });

  it("says why a key does nothing, and leaves letters alone where text is written", async () => {
    await canvas().focus();
    await press("e");
    await notice("Select an actor first");
    await press("/");
    await page.keyboard.type("he?d0");
    expect(await page.getByTestId("search").inputValue()).toBe("he?d0");
    expect(await page.getByTestId("command-sheet").count()).toBe(0);
  });
});

describe("the list of everything shown", () => {
  it("is a tree that keys walk, open, select in and type ahead in", async () => {
    await row(/^Assad government/).focus();
    await press("End");
    const last = await focusedKey();
    await press("Home", "ArrowRight");
    expect(await focusedKey()).toBe("org/assad-government");
    await press("ArrowRight", "ArrowRight", "ArrowRight");
    expect(await focusedKey()).toMatch(/^org\/assad-government\|[a-z-]+\|e_/);
    await press("Space");
    await has("selected", 1);
    await press("ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft");
    expect(await focusedKey()).toBe("org/assad-government");
    expect(await page.getByTestId("outline").getByRole("treeitem", { level: 3 }).count()).toBe(0);
    await press("Shift+R");
    expect(await focusedKey()).toBe("state/ru");
    await press("Shift+ArrowDown");
    await has("selected", 3);
    await press("Shift+ArrowUp");
    expect(await focusedKey()).toBe("state/ru");
    await press("Home");
    expect(last).not.toBe(await focusedKey());
    expect(await page.locator('[role="treeitem"][tabindex="0"]').count()).toBe(1);
  });

  it("does alone what the page is for: expand, open a claim, hide, undo, filter by type, export", async () => {
    const [actors, relations] = [await countOf("actors"), await countOf("relations")];
    await row(/^Kim Jong Un/).focus();
    await press("e");
    await notice(/Added \d+ neighbor/);
    const expanded = await countOf("actors");
    expect(expanded).toBeGreaterThan(actors);
    await press("h");
    await has("actors", expanded - 1);
    await expect.poll(focusedKey).toMatch(/^[a-z]+\//);
    await press("Control+z", "Control+z");
    await has("actors", actors);
    await row(/^Cholma-1/).focus();
    await press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Enter");
    await page.getByTestId("claim-card").first().waitFor();
    expect(await headline()).toContain("is alleged to");
    await row(/^Kim Jong Un/).focus();
    await press("ArrowRight", "ArrowRight", "Shift+F10");
    await menu()
      .getByRole("menuitem", { name: /^Hide “/ })
      .click();
    await page.getByRole("list", { name: "Active filters" }).waitFor();
    expect(await countOf("relations")).toBeLessThan(relations);
    await row(/^Kim Jong Un/).focus();
    expect(await savedByKeys()).toContain("is alleged to");
  });
});

describe("the search box", () => {
  it("lists in groups, says how many there are, and adds and expands with Ctrl and Enter", async () => {
    const actors = await countOf("actors");
    await page.getByTestId("search").fill("north korea");
    await page.getByText(/^Actors: 6 of \d+/).waitFor();
    await page.getByText(/^Relations: 4 of \d+/).waitFor();
    await page.getByTestId("search").fill("Kim Yong Bok");
    await page
      .getByRole("option", { name: /Kim Yong Bok/ })
      .first()
      .waitFor();
    await press("Control+Enter");
    await notice(/Added \d+ neighbors? of Kim Yong Bok/);
    expect(await countOf("actors")).toBeGreaterThan(actors + 1);
  });

  it("opens a relation by the words of its sentence, and names the nearest when nothing is found", async () => {
    await page.getByTestId("search").fill("sends troops to russia");
    await page.getByRole("option", { name: /North Korea sends troops to Russia/ }).click();
    await page.getByTestId("claim-card").first().waitFor();
    expect(await headline()).toBe("North Korea sends troops to Russia");
    await page.getByTestId("search").fill("VladimirPutin");
    await page.getByRole("option", { name: /Vladimir Putin/ }).waitFor();
    await page.getByText(/Nothing is recorded under “VladimirPutin”/).waitFor();
  });

  it("runs a command by its words, and lists with > all that can run now", async () => {
    const actors = await countOf("actors");
    await choose("Kim Jong Un");
    await press("/");
    await page.keyboard.type(">hide kim");
    await page.getByRole("option", { name: /^Hide · Kim Jong Un/ }).waitFor();
    await press("Enter");
    await has("actors", actors - 1);
    await press("Control+k");
    await page.keyboard.type(">");
    await page.getByRole("option").first().waitFor();
    const listed = await page.getByRole("option").allInnerTexts();
    expect(listed.some((text) => text.startsWith("Show 1 hidden"))).toBe(true);
    expect(listed.some((text) => text.startsWith("Expand"))).toBe(false);
  });
});

describe("the sheet, the buttons, the steps and the filters", () => {
  it("lists every command and gesture, opened by ? and by its button, closed by Esc", async () => {
    await canvas().focus();
    await press("?");
    const sheet = page.getByTestId("command-sheet");
    await sheet.waitFor();
    const listed = await sheet.locator("[data-command]").evaluateAll((all) => all.map((e) => e.getAttribute("data-command")));
    expect([...listed].sort()).toEqual(COMMANDS.map((c) => c.id).sort());
    for (const { does } of [...POINTER_GESTURES, ...MOVEMENT_KEYS])
      expect(await sheet.getByText(does, { exact: true }).count()).toBe(1);
    await press("Escape");
    await sheet.waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.id === "graph");
    await page.getByRole("button", { name: "List all commands and keys" }).click();
    await sheet.waitFor();
  });

  it("has the button of each command that the table promises one", async () => {
    await choose("Kim Jong Un");
    await press("h");
    for (const place of BUTTON_PLACES)
      for (const { id } of buttonsOf(COMMANDS, place)) {
        const within = page.locator(
          { "top bar": ".top-bar", "above the canvas": ".center-bar", "canvas tools": ".canvas-tools" }[place],
        );
        await within.locator(`[data-command="${id}"]`).waitFor();
      }
  });

  it("goes back and forward over several steps by the trail above the canvas", async () => {
    const trail = page.getByRole("navigation", { name: "Steps" });
    const actors = await countOf("actors");
    await canvas().focus();
    await press("ArrowRight", "h", "ArrowRight", "h", "ArrowRight", "h", "ArrowRight", "h", "ArrowRight", "h");
    await has("actors", actors - 5);
    await trail.getByRole("button", { name: "2 more steps in between" }).click();
    await page.getByRole("menuitem", { name: "Hid one actor" }).first().click();
    await has("actors", actors - 1);
    await trail.getByRole("button", { name: "Hid one actor (undone)" }).waitFor();
    await trail.getByRole("button", { name: /more steps undone/ }).click();
    await page.getByRole("menuitem", { name: "Hid one actor" }).last().click();
    await has("actors", actors - 5);
    await trail.getByRole("button", { name: /^Opened/ }).click();
    await has("actors", actors);
  });

  it("solos, selects all of a group again, counts sources, degree and fading, and takes each back by its chip", async () => {
    const [actors, relations] = [await countOf("actors"), await countOf("relations")];
    const filters = page.getByTestId("filters");
    await filters.getByRole("button", { name: "Only State" }).click();
    await has("actors", 5);
    await filters.getByRole("button", { name: "Kind of actor select all" }).click();
    await has("actors", actors);
    await filters.getByTestId("min-degree").fill("3");
    await page.getByRole("button", { name: "Remove filter at least 3 relations" }).waitFor();
    expect(await countOf("actors")).toBeLessThan(actors);
    await page.locator('[data-cause="degree"]').click();
    await has("actors", actors);
    await filters.getByRole("list", { name: "Source" }).getByRole("checkbox").first().uncheck();
    const chip = page.getByRole("button", { name: /^Remove filter without source/ });
    await chip.waitFor();
    expect(await page.getByTestId("status-line").innerText()).toContain("filters of source");
    await chip.click();
    await has("relations", relations);
    await filters.getByTestId("fading").check();
    await filters.getByRole("checkbox", { name: /Military unit/ }).uncheck();
    await page.getByTestId("status-line").filter({ hasText: "3 faded by the kind filter" }).waitFor();
  });

  it("lets a reader without a pointer search, expand, open a claim, hide, undo and export", async () => {
    const actors = await countOf("actors");
    await choose("Kim Yong Bok");
    await press("e");
    await notice(/Added \d+ neighbor/);
    const expanded = await countOf("actors");
    await press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "inspector");
    while ((await page.evaluate(() => document.activeElement?.getAttribute("data-testid"))) !== "relation-item")
      await press("Tab");
    await press("Enter");
    await page.getByTestId("claim-card").first().waitFor();
    await choose("Kim Yong Bok");
    await press("h");
    await has("actors", expanded - 1);
    await press("Control+z");
    await has("actors", expanded);
    expect(await savedByKeys()).toContain("Kim Yong Bok");
    await canvas().focus();
    await press("Control+z", "Control+z");
    await has("actors", actors);
  });

  it("goes to the timeline by M, opens it when it is closed, and filters there by keys", async () => {
    await page.getByTestId("histogram").waitFor();
    await page.getByRole("button", { name: "Timeline", exact: true }).click();
    await page.getByTestId("histogram").waitFor({ state: "detached" });
    const relations = await countOf("relations");
    await canvas().focus();
    await press("m");
    await page.getByTestId("histogram").waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "First day");
    await press("End");
    await page.waitForFunction((n) => Number(document.querySelector<HTMLElement>(".canvas")?.dataset.relations) < n, relations);
  });
});

describe("what lies over the page", () => {
  it("has no accessibility violation axe can see: menu, sheet, commands, tree, description, light and dark", async () => {
    const look = (part: string) => axeViolations(page, { part, inBothSchemes: true });
    await row(/^Cholma-1/).focus();
    await press("ArrowRight", "ArrowRight", "ArrowRight");
    expect(await look(".left")).toEqual([]);
    await press("Shift+F10");
    await menu().waitFor();
    expect(await look(".context-menu")).toEqual([]);
    await press("Escape", "d");
    await page.getByTestId("description").filter({ hasText: /./ }).waitFor();
    expect(await look(".description")).toEqual([]);
    await press("?");
    await page.getByTestId("command-sheet").waitFor();
    expect(await look('[role="dialog"]')).toEqual([]);
    await press("Escape");
    await page.getByTestId("command-sheet").waitFor({ state: "detached" });
    await press("/");
    await page.keyboard.type(">");
    await page.getByRole("option").first().waitFor();
    expect(await look(".top-bar")).toEqual([]);
  });
});
