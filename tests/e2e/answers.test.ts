// Answers that take long: their progress is told, they can be cancelled and asked for again, and nothing else waits for them.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestBrowser, type Opened, type TestBrowser, whenReady } from "../support/browser-page.ts";
import { paneDataset, servesDataset } from "../support/pane-data.ts";

interface Slow {
  /** Queries that are not passed on. */
  held: string[];
  /** Kinds and queries of what was posted. */
  posted: string[];
  tell: (share: number) => void;
}

let browser: TestBrowser;
let opened: Opened;
let page: Page;

beforeAll(async () => {
  browser = await createTestBrowser();
  opened = await browser.open({}, async (p) => {
    await p.addInitScript(slowWorker);
    await servesDataset(paneDataset())(p);
  });
  page = opened.page;
  await whenReady(page);
}, 60_000);
afterAll(async () => {
  expect(opened.troubles).toEqual([]);
  await browser.close();
});

/** Workers that never get the questions named in `globalThis.slow.held`: to the page they are still at work on them. */
function slowWorker(): void {
  const scope = globalThis as unknown as { slow: Slow; Worker: typeof Worker };
  let last: { readonly worker: Worker; readonly id: number } | undefined;
  scope.slow = {
    held: [],
    posted: [],
    tell: (share) => last?.worker.onmessage?.(new MessageEvent("message", { data: { type: "progress", id: last.id, share } })),
  };
  scope.Worker = class extends Worker {
    override postMessage(message: { type: string; query?: string; id: number }): void {
      const { slow } = scope;
      slow.posted.push(message.query ?? message.type);
      if (message.query !== undefined && slow.held.includes(message.query)) last = { worker: this, id: message.id };
      else super.postMessage(message);
    }
  };
}

const slow = <T>(does: (slow: Slow, given: T) => unknown, given: T): Promise<unknown> =>
  page.evaluate(`(${does.toString()})(globalThis.slow, ${JSON.stringify(given)})`);
const hold = (...queries: string[]) =>
  slow((it, held) => {
    it.held = held;
    it.posted = [];
  }, queries);
const tell = (share: number) => slow((it, s) => it.tell(s), share);
const posted = () => slow((it) => it.posted, null) as Promise<string[]>;
const bar = (doing: string) => page.getByRole("progressbar", { name: doing });
const cancel = () => page.getByRole("button", { name: "Cancel", exact: true });
const again = () => page.getByRole("button", { name: "Ask again" });
const choose = (group: string, name: string) =>
  page.getByRole("radiogroup", { name: group, exact: true }).getByText(name, { exact: true }).click();

describe("an answer that takes long", () => {
  it.each([
    [
      "who supports whom",
      "Who supports whom",
      ["support"],
      "Working out the answer",
      () => page.getByTestId("supporter").first(),
    ],
    [
      "what rests on the sources",
      "Sources",
      ["sourceLoads"],
      "Working out what rests on each source",
      () => page.getByTestId("source-row").first(),
    ],
    ["the coverage", "Coverage", ["coverage"], "Working out the coverage", () => page.getByTestId("coverage-count")],
  ] as const)(
    "tells its progress, is cancelled, and comes when it is asked for again: %s",
    async (_, tab, queries, doing, come) => {
      await hold(...queries);
      await choose("Show as", tab);
      await bar(doing).waitFor();
      await tell(0.5);
      const share = Number(await bar(doing).getAttribute("aria-valuenow"));
      expect(share).toBeGreaterThan(10);
      expect(share).toBeLessThanOrEqual(50);
      await cancel().click();
      await page
        .getByRole("status")
        .filter({ hasText: `${doing} was cancelled.` })
        .waitFor();
      expect(await bar(doing).count()).toBe(0);
      expect(await posted()).toContain("cancel");
      expect(await come().count()).toBe(0);
      await hold();
      await again().click();
      await come().waitFor();
      expect(await page.getByText("was cancelled").count()).toBe(0);
    },
  );

  it("leaves the answer before where it stands, and says so", async () => {
    await choose("Show as", "Who supports whom");
    await page.getByText("Matrix", { exact: true }).click();
    await page.getByTestId("matrix-count").waitFor();
    const before = await page.getByTestId("matrix-count").innerText();
    await hold("matrix");
    await choose("Matrix of whom", "All actors");
    await bar("Working out the matrix").waitFor();
    expect(await page.getByTestId("matrix-count").innerText()).toBe(before);
    await cancel().click();
    await page.getByText("Working out the matrix was cancelled. What stands here answers the question before.").waitFor();
    await hold();
    await again().click();
    await page.getByText("was cancelled").waitFor({ state: "detached" });
    await page.locator('.matrix-pane[aria-busy="false"]').waitFor();
    expect(await posted()).toContain("matrix");
  });

  it("holds up no other: a search is answered while one is worked out, which is cancelled when its preview is left", async () => {
    await hold("impact");
    await choose("Show as", "Sources");
    await page.getByRole("switch", { name: "Counts: Denials" }).click();
    await bar("Working out what would change").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("eastl");
    await page
      .getByRole("option", { name: /Eastland/ })
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Keep it" }).click();
    await bar("Working out what would change").waitFor({ state: "detached" });
    expect(await posted()).toContain("cancel");
  });
});
