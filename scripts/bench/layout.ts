// Answers: npm run bench:layout. How do stress and fcose compare in time, stress and overlaps? Writes the figures to results.json. With “newcomers” or “anew”: only those.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import type { LayoutGraph, Positions } from "../../src/view/layout/layout-request.ts";
import { layoutInSteps } from "../../src/view/layout/layouts.ts";
import { MEASURED_SOURCES, qualityOf } from "../../src/view/layout/picture-quality.ts";
import { fcoseLayout } from "./fcose-layout.ts";
import { madeGraph } from "./made-graphs.ts";

const RESULTS = fileURLToPath(new URL("results.json", import.meta.url));
const SEEDS = [1, 2, 3];
const DRAWN_ANEW = [
  [60, 150],
  [150, 375],
  [300, 900],
  [1000, 3000],
  [1500, 4500],
] as const;
/** A tenth of the actors joins a picture that stress has drawn. */
const RELAXED = [
  [60, 150],
  [150, 375],
] as const;

interface Drawn {
  readonly positions: Positions;
  /** The longest stretch without a pause, in processor time; absent when there are no pauses. */
  readonly longestStepMs?: number;
}

const LAYOUTS: Readonly<Record<string, (graph: LayoutGraph, seed: number) => Drawn>> = {
  stress(graph, seed) {
    let longestStepMs = 0;
    for (const steps = layoutInSteps({ ...graph, layout: "stress", seed }); ; ) {
      const start = cpuMs();
      const step = steps.next();
      longestStepMs = Math.max(longestStepMs, cpuMs() - start);
      if (step.done === true) return { positions: step.value, longestStepMs };
    }
  },
  fcose: (graph, seed) => ({ positions: fcoseLayout(graph, seed) }),
};

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Processor time of this process: other work on the machine does not lengthen it much. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** Mean distance between where actors stood and where they stand, in layout units. */
function moved(from: Positions, to: Positions): number {
  return (
    [...from].reduce((sum, [id, p]) => sum + Math.hypot(p.x - (to.get(id)?.x ?? 0), p.y - (to.get(id)?.y ?? 0)), 0) / from.size
  );
}

function measure(task: string, layout: string, graph: LayoutGraph, stood?: Positions) {
  const runs = SEEDS.map((seed) => {
    const [start, startCpu] = [performance.now(), cpuMs()];
    const drawn: Drawn = LAYOUTS[layout]?.(graph, seed) ?? { positions: new Map() };
    const [ms, cpu] = [performance.now() - start, cpuMs() - startCpu];
    return {
      ms,
      cpu,
      ...drawn,
      ...qualityOf(graph, drawn.positions),
      moved: stood === undefined ? 0 : moved(stood, drawn.positions),
    };
  });
  const steps = runs.flatMap((run) => (run.longestStepMs === undefined ? [] : [run.longestStepMs]));
  const figures = {
    task,
    layout,
    actors: graph.ids.length,
    relations: graph.edges.length,
    ms: Math.round(medianOf(runs.map((run) => run.ms))),
    cpuMs: Math.round(medianOf(runs.map((run) => run.cpu))),
    stress: rounded(medianOf(runs.map((run) => run.stress)), 4),
    overlapsPerActor: rounded(medianOf(runs.map((run) => run.overlaps)) / graph.ids.length, 2),
    ...(steps.length === 0 ? {} : { longestStepCpuMs: rounded(medianOf(steps), 1) }),
    ...(stood === undefined ? {} : { meanMove: Math.round(medianOf(runs.map((run) => run.moved))) }),
  };
  console.log(JSON.stringify(figures));
  return figures;
}

/** The picture of the first nine tenths; newcomers stand beside a neighbor, as fcose needs a place for each. */
function pictureBefore(graph: LayoutGraph): { stood: Positions; start: Positions } {
  const count = Math.round(graph.ids.length * 0.9);
  const before = { ids: graph.ids.slice(0, count), edges: graph.edges.filter(([a, b]) => a < count && b < count) };
  const stood = LAYOUTS.stress?.(before, 1).positions ?? new Map();
  const start = new Map(stood);
  for (const [i, id] of graph.ids.entries()) {
    if (start.has(id)) continue;
    const [a, b] = graph.edges.find((edge) => edge.includes(i)) ?? [0, 0];
    const beside = start.get(graph.ids[a === i ? b : a] ?? "") ?? { x: 0, y: 0 };
    start.set(id, { x: beside.x + 60, y: beside.y + 60 });
  }
  return { stood, start };
}

type Figures = ReturnType<typeof measure>;

/** Kept are other keys of the file, and figures of other measurements than this one. */
function save(measured: Figures): void {
  const kept = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, "utf8")) as { layout?: { figures: Figures[] } }) : {};
  const keyOf = ({ task, layout, actors }: Figures): string => `${task}|${layout}|${actors}`;
  const others = (kept.layout?.figures ?? []).filter((figures) => keyOf(figures) !== keyOf(measured));
  const layout = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cpu: `${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores`,
    method: `Medians of ${SEEDS.length} seeds on made graphs; ms is wall time, also of whatever else ran on the machine, cpuMs processor time. Stress is normalised at the best scale: all pairs up to ${MEASURED_SOURCES} actors, above it the pairs of ${MEASURED_SOURCES} of them with all others. fcose has the options of the start positions. Moves are in layout units.`,
    figures: [...others, measured],
  };
  writeFileSync(RESULTS, `${JSON.stringify({ ...kept, layout }, null, 2)}\n`);
}

const [only = ""] = process.argv.slice(2);
if ("newcomers".startsWith(only))
  for (const [actors, relations] of RELAXED) {
    const graph = madeGraph(actors, relations);
    const { stood, start } = pictureBefore(graph);
    for (const layout of Object.keys(LAYOUTS)) save(measure("newcomers placed", layout, { ...graph, start }, stood));
  }
if ("anew".startsWith(only))
  for (const [actors, relations] of DRAWN_ANEW)
    for (const layout of Object.keys(LAYOUTS)) save(measure("drawn anew", layout, madeGraph(actors, relations)));
