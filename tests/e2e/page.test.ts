import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { svgOf } from "../../src/view/scene/scene-svg.ts";
import { viewportOf } from "../../src/view/scene/viewport.ts";
import { axeViolations, createTestBrowser, type TestBrowser, whenReady } from "../support/browser-page.ts";
import { sceneArb } from "../support/scenes.ts";

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

  it("shows the graph as a picture until its code has come, then the live graph at the same place", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { page, troubles } = await browser.open({ colorScheme: "dark" }, async (p) => {
      await p.route(/\/page-[^/]*\.js$/, async (route) => {
        await held;
        await route.continue();
      });
    });
    const picture = page.locator("#first-picture svg");
    await picture.waitFor();
    expect(await picture.locator("text").allTextContents()).toContainEqual(expect.stringMatching(/^Russia\+\d/));
    expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe("dark");
    const place = await page.locator("#first-picture").boundingBox();
    release();
    await whenReady(page);
    expect(await picture.count()).toBe(0);
    const canvas = await page.getByTestId("graph-canvas").boundingBox();
    expect([place?.x, place?.y]).toEqual([canvas?.x, canvas?.y]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it("reads its own pictures as well-formed, whatever the labels hold", async () => {
    const scenes = fc.sample(sceneArb, { numRuns: 200, seed: 7 });
    const label = `<script>alert("x")</script> & ]]> 'q' \u202e\u0000\ud800`;
    scenes.push({ nodes: [{ id: "a", label, kind: "state", x: 0, y: 0, degree: 1, hiddenNeighbors: 0 }], edges: [] });
    const documents = scenes.map((scene) => {
      const viewport = viewportOf(scene.nodes, 800, 600) ?? { zoom: 1, pan: { x: 0, y: 0 } };
      return svgOf(scene, { theme: "light", width: 800, height: 600, viewport, widthOfText: (text) => 7 * text.length });
    });
    const { page } = await browser.visit();
    const faults = await page.evaluate((texts) => {
      const parsed = texts.map((text) => new DOMParser().parseFromString(text, "image/svg+xml"));
      return parsed.filter((d) => d.documentElement.nodeName !== "svg" || d.querySelector("parsererror, script") !== null).length;
    }, documents);
    expect(faults).toBe(0);
  });

  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])
    it(`has no accessibility violation axe can see, light and dark, ${viewport.width} px wide`, async () => {
      const { page } = await browser.visit({ viewport });
      expect(await axeViolations(page, { inBothSchemes: true })).toEqual([]);
      await page.getByTestId("search").fill("north korea");
      await page.getByRole("option").first().waitFor();
      expect(await axeViolations(page, { part: ".top-bar", inBothSchemes: true })).toEqual([]);
      await page.keyboard.press("Enter");
      await page.getByTestId("relation-item").first().click();
      await page.getByTestId("claim-card").first().waitFor();
      expect(await axeViolations(page, { part: ".inspector", inBothSchemes: true })).toEqual([]);
      if (viewport.width > 800) {
        await page.getByTestId("line-key").getByText("How to read a line").click();
        expect(await axeViolations(page, { part: ".line-key", inBothSchemes: true })).toEqual([]);
      }
    });

  it("follows the system's colour scheme and a chosen one", async () => {
    const { page } = await browser.visit({ colorScheme: "dark" });
    const scheme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
    expect(await scheme()).toBe("dark");
    await page.getByTestId("appearance").click();
    await page.getByRole("menuitem", { name: "Light" }).click();
    expect(await scheme()).toBe("light");
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
    const html = await (await fetch(browser.url)).text();
    expect([...html.matchAll(/(?:src|href)="(\/[^"]*)"/g)]).toEqual([]);
  });
});
