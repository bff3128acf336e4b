// Answers: how long does an action keep the main thread of a page busy?
import { setTimeout as waited } from "node:timers/promises";
import type { CDPSession } from "playwright-core";

/** How long the page is watched after an action: hovering waits before it acts, and drawing goes on after a gesture. */
const WATCH_MS = 700;

/** Of the main thread, in ms. Wall time also holds the time in which other programs had the processor. */
export interface Watched {
  readonly longestCpu: number;
  /** Of the task longest without what collecting garbage took of it. */
  readonly longestOwnCpu: number;
  readonly longestWall: number;
  readonly allCpu: number;
}

export interface Summary {
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Start, in µs. */
  readonly ts: number;
  /** Wall and processor time, in µs. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Main-thread tasks while `act` runs and for a while after. */
export async function watch(session: CDPSession, act: () => Promise<void>): Promise<Watched> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }): number => events.push(...(value as TraceEvent[]));
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["disabled-by-default-devtools.timeline", "v8", "__metadata"] },
  });
  await act();
  await waited(WATCH_MS);
  const ended = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.end");
  await ended;
  session.off("Tracing.dataCollected", collect);
  // A browser keeps a spare process for the next page: ours is the one that worked.
  const mains = events.filter((e) => e.name === "thread_name" && e.args?.name === "CrRendererMain");
  const tasksOf = ({ pid, tid }: TraceEvent): TraceEvent[] =>
    events.filter((e) => e.name === "RunTask" && e.ph === "X" && e.pid === pid && e.tid === tid);
  const timeOf = (tasks: readonly TraceEvent[]): number => tasks.reduce((sum, e) => sum + (e.tdur ?? 0), 0);
  const tasks = mains.map(tasksOf).reduce<TraceEvent[]>((most, own) => (timeOf(own) > timeOf(most) ? own : most), []);
  if (tasks.length === 0) throw new Error("the trace has no tasks");
  const cpu = tasks.map((e) => (e.tdur ?? Number.NaN) / 1000);
  const [{ pid, tid }] = tasks as [TraceEvent];
  const collections = outermost(
    events.filter((e) => (e.name === "MajorGC" || e.name === "MinorGC") && e.ph === "X" && e.pid === pid && e.tid === tid),
  );
  const ownCpu = tasks.map((task, i) => (cpu[i] ?? 0) - timeOf(collections.filter((e) => isWithin(e, task))) / 1000);
  const longestWall = Math.max(...tasks.map((e) => (e.dur ?? Number.NaN) / 1000));
  return {
    longestCpu: Math.max(...cpu),
    longestOwnCpu: Math.max(...ownCpu),
    longestWall,
    allCpu: cpu.reduce((sum, ms) => sum + ms, 0),
  };
}

const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;
const isWithin = (inner: TraceEvent, outer: TraceEvent): boolean => inner.ts >= outer.ts && endOf(inner) <= endOf(outer);

/** Those that lie in no other of them. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const found: TraceEvent[] = [];
  for (const event of [...events].sort((a, b) => a.ts - b.ts || endOf(b) - endOf(a))) {
    const last = found.at(-1);
    if (last === undefined || !isWithin(event, last)) found.push(event);
  }
  return found;
}

export function summaryOf(times: readonly number[]): Summary {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN) * 10) / 10;
  return { runs: times.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}

export type Times = Record<keyof Watched, Summary>;

/** Of all but the first, which also pays for what the code needs once. */
export function timesOf([, ...later]: readonly Watched[]): Times {
  const of = (what: keyof Watched): Summary => summaryOf(later.map((w) => w[what]));
  return {
    longestCpu: of("longestCpu"),
    longestOwnCpu: of("longestOwnCpu"),
    longestWall: of("longestWall"),
    allCpu: of("allCpu"),
  };
}

export function printTimes(name: string, { longestCpu, longestOwnCpu, longestWall, allCpu }: Times): void {
  const text = ({ p50, p95, max }: Summary): string => `p50 ${p50}, p95 ${p95}, max ${max} ms`;
  console.log(
    `${name}: longest task ${text(longestCpu)} (without garbage: ${text(longestOwnCpu)}; wall: ${text(longestWall)}); all ${text(allCpu)}`,
  );
}
