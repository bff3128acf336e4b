// Answers: how is a page driven without the costs of being debugged? Playwright has a page tell of all it runs and loads: reading a script
// again for the places in it, and copying what is fetched, took up to 80 ms in one task. Here it gets input and is asked for values alone.
import { setTimeout as waited } from "node:timers/promises";
import type { Browser } from "playwright-core";

export interface BarePage {
  /** In the page, with the text of `of` alone: what it names must be there. Arguments and value as JSON can hold them. */
  readonly evaluate: <T, const A extends readonly unknown[]>(of: (...args: A) => T, ...args: A) => Promise<T>;
  readonly goto: (url: string) => Promise<void>;
  /** In CSS pixels of the window; let go after as long as a hand takes. */
  readonly press: (x: number, y: number) => Promise<void>;
  /** Enter, Escape or one character. */
  readonly key: (name: string) => Promise<void>;
  /** At once, as when pasted. */
  readonly insert: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** From pressing to letting go, in ms. */
const HELD_MS = 60;
const KEYS: Readonly<Record<string, { readonly windowsVirtualKeyCode: number; readonly text?: string }>> = {
  Enter: { windowsVirtualKeyCode: 13, text: "\r" },
  Escape: { windowsVirtualKeyCode: 27 },
};

/** An answer of the protocol to a command: https://chromedevtools.github.io/devtools-protocol/ */
interface Answer {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: unknown;
}
interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
}

/** A window of its own, empty, as if in front. Errors: a command that the browser refuses, and what is thrown in the page. */
export async function openBarePage(
  browser: Browser,
  size: { readonly width: number; readonly height: number },
): Promise<BarePage> {
  const session = await browser.newBrowserCDPSession();
  const { targetId } = await session.send("Target.createTarget", { url: "about:blank", newWindow: true });
  // Not flat: Playwright, which has the connection, would take the page for one of its own.
  const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  session.on("Target.receivedMessageFromTarget", (event) => {
    const answer = JSON.parse(event.message) as Answer;
    if (event.sessionId === sessionId && answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  function send(method: string, params: object = {}): Promise<unknown> {
    const id = ++last;
    const answered = new Promise<unknown>((resolve, reject) => {
      waiting.set(id, ({ error, result }) => {
        waiting.delete(id);
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error.message}`));
      });
    });
    return session
      .send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method, params }) })
      .then(() => answered);
  }
  await send("Emulation.setDeviceMetricsOverride", { ...size, deviceScaleFactor: 1, mobile: false });
  await send("Emulation.setFocusEmulationEnabled", { enabled: true });
  return {
    async evaluate(of, ...args) {
      const expression = `(${of})(${args.map((arg) => JSON.stringify(arg)).join(",")})`;
      const { result, exceptionDetails: fault } = (await send("Runtime.evaluate", {
        expression,
        returnByValue: true,
      })) as Evaluated;
      if (fault !== undefined) throw new Error(fault.exception?.description ?? fault.text);
      return result.value as ReturnType<typeof of>;
    },
    async goto(url) {
      await send("Page.navigate", { url });
    },
    async press(x, y) {
      const event = { x, y, button: "left", clickCount: 1 };
      await send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
      await send("Input.dispatchMouseEvent", { ...event, type: "mousePressed", buttons: 1 });
      await waited(HELD_MS);
      await send("Input.dispatchMouseEvent", { ...event, type: "mouseReleased", buttons: 0 });
    },
    async key(name) {
      const event = { key: name, ...(KEYS[name] ?? { text: name, windowsVirtualKeyCode: name.toUpperCase().charCodeAt(0) }) };
      await send("Input.dispatchKeyEvent", { ...event, type: "text" in event ? "keyDown" : "rawKeyDown" });
      await send("Input.dispatchKeyEvent", { key: name, windowsVirtualKeyCode: event.windowsVirtualKeyCode, type: "keyUp" });
    },
    async insert(text) {
      await send("Input.insertText", { text });
    },
    async close() {
      await session.send("Target.closeTarget", { targetId });
      await session.detach();
    },
  };
}
