// Answers: how does the page get a layout without being held up, and stop one it no longer needs?
import { type LayoutAnswer, positionsIn } from "./layout-answer.ts";
import type { LayoutRequest, Positions } from "./layout-request.ts";

export interface LayoutEngine {
  /**
   * Requests are answered one after the other. Rejects with an error named `AbortError` once `signal` is aborted or the engine destroyed,
   * else with one whose message can be shown.
   */
  readonly run: (request: LayoutRequest, options?: { readonly signal?: AbortSignal }) => Promise<Positions>;
  readonly destroy: () => void;
}

/** The part of a `Worker` the engine uses. */
export type LayoutWorker = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror" | "onmessageerror">;

export interface LayoutEngineOptions {
  /** Throws where there are no workers, as for a page opened from a file. */
  readonly createWorker?: () => LayoutWorker;
  readonly now?: () => number;
  /** Resolves after other tasks had their turn. */
  readonly pause?: () => Promise<void>;
}

/** Without a worker, only graphs of so many actors are laid out: in this thread, in slices. */
export const MAX_WITHOUT_WORKER = 150;
/** Longest stretch without a pause, in milliseconds. */
const SLICE_MS = 8;

interface Job {
  readonly request: LayoutRequest;
  readonly resolve: (positions: Positions) => void;
  readonly reject: (error: Error) => void;
  /** Aborted when the caller no longer wants the answer. */
  readonly signal: AbortSignal | undefined;
  readonly forget: () => void;
}

const createPageWorker = (): LayoutWorker => new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The worker is started with the first request, and anew after one was aborted while it ran. */
export function createLayoutEngine({
  createWorker = createPageWorker,
  now = () => performance.now(),
  pause = nextTask,
}: LayoutEngineOptions = {}): LayoutEngine {
  const queue: Job[] = [];
  let running: Job | undefined;
  let worker: LayoutWorker | undefined;
  /** A worker that could not be started once is not tried again; one that has answered before is. */
  let isWithoutWorker = false;
  let hasAnswered = false;
  let isDestroyed = false;

  function stopWorker(): void {
    worker?.terminate();
    worker = undefined;
  }

  function settle(job: Job, outcome: Positions | Error): void {
    if (running === job) running = undefined;
    const waiting = queue.indexOf(job);
    if (waiting !== -1) queue.splice(waiting, 1);
    job.forget();
    if (outcome instanceof Error) job.reject(outcome);
    else job.resolve(outcome);
    startNext();
  }

  function startNext(): void {
    if (running !== undefined) return;
    running = queue.shift();
    if (running === undefined) return;
    const job = running;
    const ready = readyWorker();
    if (ready === undefined) void runHere(job);
    else runThere(job, ready);
  }

  function readyWorker(): LayoutWorker | undefined {
    if (isWithoutWorker) return undefined;
    try {
      worker ??= createWorker();
    } catch {
      isWithoutWorker = true;
    }
    return worker;
  }

  function runThere(job: Job, ready: LayoutWorker): void {
    ready.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      hasAnswered = true;
      settle(
        job,
        outcomeOf(() => positionsIn(job.request, data)),
      );
    };
    // The worker answers with its own errors: this is a script that did not load or a thread that died.
    ready.onerror = (event) => {
      event.preventDefault();
      stopWorker();
      if (hasAnswered) return settle(job, new Error("The layout was not finished: its background worker stopped."));
      isWithoutWorker = true;
      void runHere(job);
    };
    ready.onmessageerror = () => settle(job, new Error("The layout could not be read from its worker."));
    try {
      ready.postMessage(job.request);
    } catch (error) {
      settle(job, error instanceof Error ? error : new Error(String(error)));
    }
  }

  async function runHere(job: Job): Promise<void> {
    const { request, signal } = job;
    if (request.ids.length > MAX_WITHOUT_WORKER) {
      const limit = `without a background worker, which could not be started here, at most ${MAX_WITHOUT_WORKER} can be`;
      settle(job, new Error(`${request.ids.length} actors were not arranged: ${limit}.`));
      return;
    }
    try {
      const { layoutInSteps } = await import("./layouts.ts");
      const steps = layoutInSteps(request);
      for (let start = now(); running === job; ) {
        const step = steps.next();
        if (step.done === true) return settle(job, step.value);
        if (now() - start < SLICE_MS) continue;
        await pause();
        start = now();
      }
    } catch (error) {
      if (running === job && signal?.aborted !== true) settle(job, error instanceof Error ? error : new Error(String(error)));
    }
  }

  return {
    run(request, { signal } = {}) {
      return new Promise((resolve, reject) => {
        if (isDestroyed || signal?.aborted === true) {
          reject(abortError());
          return;
        }
        const onAbort = (): void => {
          if (running === job) stopWorker();
          settle(job, abortError());
        };
        const forget = (): void => signal?.removeEventListener("abort", onAbort);
        const job: Job = { request, resolve, reject, signal, forget };
        signal?.addEventListener("abort", onAbort);
        queue.push(job);
        startNext();
      });
    },
    destroy() {
      isDestroyed = true;
      stopWorker();
      for (const job of [...queue, ...(running === undefined ? [] : [running])]) settle(job, abortError());
    },
  };
}

function outcomeOf(ask: () => Positions): Positions | Error {
  try {
    return ask();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function abortError(): Error {
  const error = new Error("The layout was cancelled.");
  error.name = "AbortError";
  return error;
}
