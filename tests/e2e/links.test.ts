import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  axeViolations,
  createTestBrowser,
  headlineOf,
  type Opened,
  type TestBrowser,
  type Visit,
  whenReady,
} from "../support/browser-page.ts";
import { drawnAt } from "../support/canvas-pointer.ts";

const { dataset, hash, starters } = JSON.parse(readFileSync("public/graph.json", "utf8")) as {
  dataset: { id: string };
  hash: string;
  starters: ReadonlyArray<{ actors: readonly string[] }>;
};
const HEAD = `#v1=${dataset.id}.${hash.slice(0, 12)}`;
const TWO_ACTORS = `${HEAD}&actors=state:ru.0.0,kp.8c.0`;
const HOME_ACTORS = starters[0]?.actors.length ?? 0;
const WITH_CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

let browser: TestBrowser;
let pages: Opened[] = [];
let visited: readonly string[] = [];

beforeAll(async () => {
  browser = await createTestBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(() => {
  pages = [];
  visited = [];
});
afterEach(async () => {
  expect(visited).toEqual([]);
  for (const { page, troubles } of pages) {
    expect(troubles).toEqual([]);
    await page.context().close();
  }
});

/** In a browser of its own. */
async function open(link = "", ...[options, prepare]: Parameters<TestBrowser["open"]>): Promise<Page> {
  const opened = await browser.open(options, prepare, link);
  pages.push(opened);
  await whenReady(opened.page);
  return opened.page;
}
/** In the browser that all tests share, as at a first visit. */
async function visit(hash = "", how: Visit = {}): Promise<Page> {
  const { page, troubles } = await browser.visit({ hash, ...how });
  visited = troubles;
  return page;
}

const canvas = (page: Page) => page.getByTestId("graph-canvas");
const actorsOn = async (page: Page): Promise<number> => Number(await canvas(page).getAttribute("data-actors"));
const waitForActors = (page: Page, n: number) => page.waitForSelector(`[data-testid="graph-canvas"][data-actors="${n}"]`);
const bar = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const offer = (page: Page) => bar(page, "Last session");
const notes = (page: Page) => bar(page, "About the link");
const selectedName = (page: Page) => headlineOf(page);

async function copiedLink(page: Page): Promise<string> {
  await page.getByTestId("copy-link").click();
  await page.getByTestId("notice").filter({ hasText: "Copied the link" }).waitFor();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(address).toBe(page.url());
  expect(address.startsWith(`${browser.url}#v1=`)).toBe(true);
  return new URL(address).hash;
}
async function add(page: Page, name: string): Promise<void> {
  await page.getByTestId("search").fill(name);
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.getByTestId("notice").filter({ hasText: "Added" }).waitFor();
}
/** What this browser keeps for the dataset. */
function keptLink(page: Page): Promise<string | undefined> {
  return page.evaluate(
    (id) =>
      new Promise<string | undefined>((resolve, reject) => {
        const request = indexedDB.open("entente");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const found = request.result.transaction("sessions").objectStore("sessions").get(id);
          found.onsuccess = () => {
            request.result.close();
            resolve((found.result as { link: string } | undefined)?.link);
          };
        };
      }),
    dataset.id,
  );
}
const waitUntilKept = (page: Page, part: string) => expect.poll(() => keptLink(page), { timeout: 10_000 }).toContain(part);

/** Where the canvas has an actor, in pixels of the window. */
async function placeOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  const { x, y } = await drawnAt(page, id);
  const box = await canvas(page).boundingBox();
  return { x: x + (box?.x ?? 0), y: y + (box?.y ?? 0) };
}
type Box = { x: number; y: number; width: number; height: number } | null;
const isWithin = (at: { x: number; y: number } | undefined, box: Box): boolean =>
  at !== undefined && box !== null && at.x >= box.x && at.y >= box.y && at.x <= box.x + box.width && at.y <= box.y + box.height;

describe("a copied link", () => {
  it("opens the same actors at the same places, with the same filters and selection, in another browser", async () => {
    const page = await visit();
    await page
      .getByTestId("filters")
      .getByRole("checkbox", { name: /Military unit/ })
      .uncheck();
    await page
      .getByTestId("filters")
      .getByRole("checkbox", { name: /alleged/i })
      .uncheck();
    await page
      .getByTestId("outline")
      .getByRole("treeitem", { name: /^Kim Jong Un,/ })
      .press("h");
    await add(page, "Kim Yong Bok");
    await page.getByTestId("expand").click();
    await page.getByTestId("notice").filter({ hasText: "neighbor" }).waitFor();
    const link = await copiedLink(page);
    const other = await open(link, WITH_CLIPBOARD);
    expect(await notes(other).count()).toBe(0);
    expect(await actorsOn(other)).toBe(await actorsOn(page));
    expect(await canvas(other).getAttribute("data-relations")).toBe(await canvas(page).getAttribute("data-relations"));
    expect(await other.getByTestId("status-line").innerText()).toBe(await page.getByTestId("status-line").innerText());
    expect(await selectedName(other)).toBe("Kim Yong Bok");
    for (const name of [/Military unit/, /alleged/i])
      expect(await other.getByTestId("filters").getByRole("checkbox", { name }).isChecked()).toBe(false);
    const withoutExtent = (text: string): string => text.replace(/&extent=[^&]*/, "");
    expect(withoutExtent(await copiedLink(other))).toBe(withoutExtent(link));
  });

  it("brings the same part of the graph into sight, as large, and restores it in the same window as it was", async () => {
    const page = await visit();
    await canvas(page).focus();
    for (const key of ["+", "+", "+"]) await page.keyboard.press(key);
    const box = await canvas(page).boundingBox();
    const [x, y] = [(box?.x ?? 0) + 12, (box?.y ?? 0) + 12];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 90, y + 40, { steps: 4 });
    await page.mouse.up();
    const ends = ["state/kp", "person/kim-jong-un"] as const;
    const there = [await placeOf(page, ends[0]), await placeOf(page, ends[1])];
    const link = await copiedLink(page);
    expect(link).toContain("&extent=");
    const other = await open(link, WITH_CLIPBOARD);
    for (const [i, id] of ends.entries()) {
      const at = await placeOf(other, id);
      expect(Math.abs(at.x - (there[i]?.x ?? 0))).toBeLessThan(2);
      expect(Math.abs(at.y - (there[i]?.y ?? 0))).toBeLessThan(2);
    }
    const small = await open(link, { viewport: { width: 1024, height: 768 } });
    const room = await canvas(small).boundingBox();
    for (const [i, id] of ends.entries()) {
      const wasInSight = isWithin(there[i], box);
      if (wasInSight) expect(isWithin(await placeOf(small, id), room)).toBe(true);
    }
  });

  it("is in the first picture already", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const opened = await browser.open(
      {},
      async (fresh) => {
        await fresh.route(/\/page-[^/]*\.js$/, async (route) => {
          await held;
          await route.continue();
        });
      },
      TWO_ACTORS,
    );
    pages.push(opened);
    const picture = opened.page.locator("#first-picture svg");
    await picture.waitFor();
    const labels = (await picture.locator("text").allTextContents()).join(" ");
    expect(labels).toContain("Russia");
    expect(labels).toContain("North Korea");
    expect(labels).not.toContain("Kim Jong Un");
    release();
    await whenReady(opened.page);
    expect(await actorsOn(opened.page)).toBe(2);
  });

  it("leaves the address alone until it is copied, and adds nothing to the browser's history", async () => {
    const page = await visit();
    const length = await page.evaluate(() => history.length);
    await add(page, "Kim Yong Bok");
    expect(new URL(page.url()).hash).toBe("");
    await copiedLink(page);
    await add(page, "Sarin");
    await copiedLink(page);
    expect(await page.evaluate(() => history.length)).toBe(length);
  });

  it("is shown selected where the browser refuses to copy", async () => {
    const page = await open("", {}, async (fresh) => {
      await fresh.addInitScript(() => {
        Object.defineProperty(navigator, "clipboard", { value: undefined });
      });
    });
    await page.getByTestId("copy-link").click();
    const text = page.getByLabel("Link to this view", { exact: true });
    await text.waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === "TEXTAREA");
    const selected = await text.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd));
    expect(selected).toBe(page.url());
    expect(new URL(page.url()).hash.startsWith(HEAD)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await text.waitFor({ state: "detached" });
  });
});

describe("a link that is not all there", () => {
  it("when malformed, opens the start view and says what is wrong and where", async () => {
    const page = await visit(`${HEAD}&actors=state:ru.0.0,<b>.1.1`);
    expect(await actorsOn(page)).toBe(HOME_ACTORS);
    const text = await notes(page).innerText();
    expect(text).toMatch(/This link cannot be opened.*part “actors”, entry 2/s);
    expect(text).toContain("The start view is shown instead.");
    await notes(page).getByRole("button", { name: "Dismiss" }).click();
    expect(await notes(page).count()).toBe(0);
  });

  it("of a later version, says so; an anchor of the page is no link", async () => {
    const page = await visit("#v2=x");
    expect(await notes(page).innerText()).toContain("of version 2, the page reads version 1");
    expect(await actorsOn(page)).toBe(HOME_ACTORS);
    const plain = await visit("#outline-title");
    expect(await notes(plain).count()).toBe(0);
  });

  it("lists the actors it names that the dataset does not hold, and opens the rest", async () => {
    const page = await visit(`${TWO_ACTORS},atlantis.0.5;person:nobody.3.3&selected=0.person:no-one&tab=table`);
    expect(await actorsOn(page)).toBe(2);
    const text = await notes(page).innerText();
    expect(text).toContain("2 of 4 actors of this link are not in this dataset: state/atlantis, person/nobody.");
    expect(text).toContain("left out: person/no-one.");
    expect(text).toContain("may come from a newer page: one part is not known here and left out: tab.");
    expect(await selectedName(page)).toBe("Russia");
  });

  it("focused on an unknown actor, shows nothing, and all of it when the focus is left", async () => {
    const page = await visit(`${TWO_ACTORS},atlantis.0.5&focus=2.1`);
    expect(await actorsOn(page)).toBe(0);
    await notes(page).getByRole("button", { name: "Leave the focus" }).click();
    await waitForActors(page, 2);
  });

  it("made with other data, says that statuses may have changed", async () => {
    const page = await visit(`#v1=${dataset.id}.0123456789ab&actors=state:ru.0.0`);
    expect(await notes(page).innerText()).toContain("made with another version of the data: statuses may have changed");
    const other = await visit(`#v1=other.${hash.slice(0, 12)}&actors=state:ru.0.0`);
    expect(await notes(other).innerText()).toContain("made for another dataset, “other”");
  });
});

describe("a link put into the address of an open page", () => {
  it("opens as one step that can be undone", async () => {
    const page = await visit();
    await page.evaluate((link) => location.assign(link), TWO_ACTORS);
    await waitForActors(page, 2);
    await page.getByTestId("notice").filter({ hasText: "Opened a link: 2 actors" }).waitFor();
    await page.getByTestId("undo").click();
    await waitForActors(page, HOME_ACTORS);
    await page.getByTestId("redo").click();
    await waitForActors(page, 2);
  });

  it("leaves the view as it was when it is malformed", async () => {
    const page = await visit();
    await add(page, "Kim Yong Bok");
    const actors = await actorsOn(page);
    await page.evaluate(() => location.assign("#v1=%E0%A4%A"));
    await notes(page).filter({ hasText: "The view stays as it was." }).waitFor();
    expect(await actorsOn(page)).toBe(actors);
  });
});

describe("the last session", () => {
  it("is offered at the next visit, and restored as one step that can be undone", async () => {
    const page = await visit();
    await add(page, "Kim Yong Bok");
    await page
      .getByTestId("filters")
      .getByRole("checkbox", { name: /Military unit/ })
      .uncheck();
    const link = await copiedLink(page);
    await waitUntilKept(page, link);
    await page.goto("about:blank");
    await page.goto(browser.url);
    await whenReady(page);
    expect(await actorsOn(page)).toBe(HOME_ACTORS);
    expect(await offer(page).innerText()).toMatch(
      new RegExp(`Restore your last session \\(${HOME_ACTORS + 1} actors, today, \\d\\d:\\d\\d\\)\\?`),
    );
    await page.getByTestId("appearance").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByTestId("notice").filter({ hasText: "Restored the last session" }).waitFor();
    expect(await offer(page).count()).toBe(0);
    expect(await copiedLink(page)).toBe(link);
    await page.getByTestId("undo").click();
    await waitForActors(page, HOME_ACTORS);
  });

  it("is written when the page is left, without waiting for the pause between two writes", async () => {
    const page = await visit();
    const hide = async (name: string): Promise<void> => {
      await page
        .getByTestId("outline")
        .getByRole("treeitem", { name: new RegExp(`^${name},`) })
        .click();
      await page.keyboard.press("h");
    };
    await hide("Kim Jong Un");
    await waitUntilKept(page, "&hidden=");
    await hide("Cholma-1");
    await hide("Cholma-7");
    const kept = await page.evaluate(async (id) => {
      dispatchEvent(new PageTransitionEvent("pagehide"));
      return new Promise<string>((resolve) => {
        const request = indexedDB.open("entente");
        request.onsuccess = () => {
          const found = request.result.transaction("sessions").objectStore("sessions").get(id);
          found.onsuccess = () => resolve((found.result as { link: string }).link);
        };
      });
    }, dataset.id);
    expect(kept).toMatch(/&hidden=\w+\.\w+\.\w+(&|$)/);
  });

  it("is not offered when nothing was changed, when it was dismissed before a link, or beside a link", async () => {
    const page = await visit();
    await page
      .getByTestId("outline")
      .getByRole("treeitem", { name: /^Kim Jong Un,/ })
      .click();
    await waitUntilKept(page, "&selected=");
    await page.reload();
    await whenReady(page);
    await page.waitForLoadState("networkidle");
    expect(await offer(page).count()).toBe(0);
    await add(page, "Kim Yong Bok");
    await waitUntilKept(page, "kim-yong-bok");
    await page.reload();
    await whenReady(page);
    await offer(page).getByRole("button", { name: "Dismiss" }).click();
    expect(await offer(page).count()).toBe(0);
    await page.goto("about:blank");
    await page.goto(`${browser.url}${TWO_ACTORS}`);
    await whenReady(page);
    expect(await actorsOn(page)).toBe(2);
    expect(await offer(page).count()).toBe(0);
  });

  it("that cannot be read any more is said to be so", async () => {
    const page = await visit();
    await add(page, "Kim Yong Bok");
    await waitUntilKept(page, "kim-yong-bok");
    await page.evaluate(
      (id) =>
        new Promise<void>((resolve) => {
          const request = indexedDB.open("entente");
          request.onsuccess = () => {
            const transaction = request.result.transaction("sessions", "readwrite");
            transaction.objectStore("sessions").put({ link: "#v9=x", savedAt: 0 }, id);
            transaction.oncomplete = () => resolve();
          };
        }),
      dataset.id,
    );
    await page.reload();
    await whenReady(page);
    await notes(page).filter({ hasText: "The last session cannot be opened." }).waitFor();
    expect(await actorsOn(page)).toBe(HOME_ACTORS);
  });
});

/** As in a private window of some browsers. */
async function blockStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("not here", "SecurityError");
    };
  });
}

describe("a browser that keeps nothing", () => {
  it("is told of once, with the first change, and the page goes on", async () => {
    const page = await open("", {}, blockStorage);
    const banner = bar(page, "Not kept");
    await page.waitForLoadState("networkidle");
    expect(await banner.count()).toBe(0);
    await add(page, "Kim Yong Bok");
    await banner.waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      banner.getByRole("button", { name: "Download this view" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("entente-view.json");
    const file = JSON.parse(readFileSync(await download.path(), "utf8"));
    expect(file).toMatchObject({ format: "entente-view", version: 1, dataset: { id: dataset.id, hash } });
    expect(Math.abs(Date.now() - Date.parse(file.savedAt))).toBeLessThan(60_000);
    const again = await visit(new URL(file.link).hash);
    expect(await actorsOn(again)).toBe(HOME_ACTORS + 1);
    await banner.getByRole("button", { name: "Dismiss" }).click();
    await page.getByTestId("undo").click();
    await waitForActors(page, HOME_ACTORS);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
    expect(await banner.count()).toBe(0);
  });
});

describe("what the page says of links and sessions", () => {
  // Each scheme at one width: together they meet all colours and all arrangements, in half the time.
  for (const [colorScheme, viewport] of [
    ["dark", { width: 1440, height: 900 }],
    ["light", { width: 390, height: 844 }],
  ] as const)
    it(`has no accessibility violation axe can see, ${colorScheme}, ${viewport.width} px wide`, async () => {
      const page = await open(`${TWO_ACTORS},atlantis.0.5&focus=2.1`, { colorScheme, viewport }, blockStorage);
      await page.getByRole("button", { name: "Leave the focus" }).first().waitFor();
      expect(await axeViolations(page, { part: ".session-bars" })).toEqual([]);
      await add(page, "Kim Yong Bok");
      await bar(page, "Not kept").waitFor();
      expect(await axeViolations(page, { part: ".session-bars" })).toEqual([]);
      const second = await visit("", { colorScheme, viewport });
      await add(second, "Kim Yong Bok");
      await waitUntilKept(second, "kim-yong-bok");
      await second.reload();
      await whenReady(second);
      await offer(second).waitFor();
      expect(await axeViolations(second, { part: ".session-bars" })).toEqual([]);
    });
});
