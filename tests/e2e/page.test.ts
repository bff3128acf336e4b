import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeViolations, createTestBrowser, type TestBrowser, whenReady } from "../support/browser-page.ts";

let browser: TestBrowser;

beforeAll(async () => {
  browser = await createTestBrowser();
}, 60_000);
afterAll(() => browser.close());

describe("the page", () => {
  it("starts without errors and without a request to another host", async () => {
    const { page, troubles } = await browser.open();
    await whenReady(page);
    await page.getByTestId("filters").waitFor();
    await page.waitForLoadState("networkidle");
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  for (const colorScheme of ["light", "dark"] as const)
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ])
      it(`has no accessibility violation axe can see, ${colorScheme}, ${viewport.width} px wide`, async () => {
        const { page } = await browser.open({ colorScheme, viewport });
        await whenReady(page);
        expect(await axeViolations(page)).toEqual([]);
        await page.getByTestId("search").fill("north korea");
        await page.getByRole("option").first().waitFor();
        expect(await axeViolations(page)).toEqual([]);
        await page.keyboard.press("Enter");
        await page.getByTestId("relation-item").first().click();
        await page.getByTestId("claim-card").first().waitFor();
        expect(await axeViolations(page)).toEqual([]);
        if (viewport.width > 800) {
          await page.getByTestId("line-key").getByText("How to read a line").click();
          expect(await axeViolations(page)).toEqual([]);
        }
        await page.context().close();
      });

  it("follows the system's colour scheme and a chosen one", async () => {
    const { page } = await browser.open({ colorScheme: "dark" });
    await whenReady(page);
    const scheme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
    expect(await scheme()).toBe("dark");
    await page.getByTestId("appearance").click();
    await page.getByRole("menuitem", { name: "Light" }).click();
    expect(await scheme()).toBe("light");
    await page.context().close();
  });

  it("says what is wrong and what to do when its data is missing, broken or of another version", async () => {
    for (const [body, status, words] of [
      ["gone", 404, /404.*npm run build/s],
      ["{", 200, /could not be read/],
      ['{"format":"other"}', 200, /different versions/],
    ] as const) {
      const { page } = await browser.open({}, async (fresh) => {
        await fresh.route("**/graph.json", (route) => route.fulfill({ status, body, contentType: "application/json" }));
      });
      const alert = page.getByRole("alert");
      await alert.waitFor();
      expect(await alert.innerText()).toMatch(words);
      await page.context().close();
    }
  });

  it("keeps the graph when claim details cannot be loaded, and tries again", async () => {
    let isBroken = true;
    const { page } = await browser.open({}, async (fresh) => {
      await fresh.route("**/claims/*", (route) => (isBroken ? route.abort() : route.continue()));
    });
    await whenReady(page);
    await page.getByTestId("search").fill("Cholma-1");
    await page.keyboard.press("Enter");
    await page.getByTestId("relation-item").first().click();
    await page.getByText("The claims could not be loaded").waitFor();
    isBroken = false;
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByTestId("claim-card").first().waitFor();
    await page.context().close();
  });

  it("is served from any sub-path: nothing in it is addressed from the root", async () => {
    const { page } = await browser.open();
    const html = await (await page.request.get(browser.url)).text();
    expect([...html.matchAll(/(?:src|href)="(\/[^"]*)"/g)]).toEqual([]);
    await page.context().close();
  });
});
