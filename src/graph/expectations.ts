// Answers: does the dataset still hold what it is expected to hold?
import type { SourceId } from "../model/ids.ts";
import { type Issue, issue } from "../model/issue.ts";
import type { Expectations } from "../model/parse.ts";
import { claimCountOf } from "./claims.ts";
import type { EntenteGraph } from "./graph.ts";

interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** One issue for every count outside its bounds. */
export function checkExpectations(graph: EntenteGraph, expected: Expectations): Issue[] {
  const issues: Issue[] = [];
  const check = (path: readonly string[], bounds: Bounds | undefined, count: number): void => {
    issues.push(...checkBounds(path, bounds, count));
  };
  const relations = [...graph.relations.values()];
  check(["actors"], expected.actors, graph.actors.size);
  check(["relations"], expected.relations, relations.length);
  check(["claims"], expected.claims, graph.claims.size);
  for (const [kind, bounds] of Object.entries(expected.kinds ?? {}))
    check(["kinds", kind], bounds, [...graph.actors.values()].filter((a) => a.kind === kind).length);
  for (const [polarity, bounds] of Object.entries(expected.polarities ?? {}))
    check(["polarities", polarity], bounds, relations.filter((r) => r.type.polarity === polarity).length);
  for (const [source, bounds] of Object.entries(expected.sources ?? {}))
    check(["sources", source], bounds, claimCountOf(graph.claims, source as SourceId));
  const actors = [...graph.actors.values()];
  const claims = [...relations, ...graph.attributesOf.values()].flatMap((bundle) => bundle.claims);
  const { filled = {} } = expected;
  check(
    ["filled", "summary"],
    filled.summary,
    percent(actors, (a) => a.summary !== undefined),
  );
  check(
    ["filled", "names"],
    filled.names,
    percent(actors, (a) => a.names.length > 0),
  );
  check(
    ["filled", "time"],
    filled.time,
    percent(claims, (c) => c.dated),
  );
  check(
    ["filled", "origin"],
    filled.origin,
    percent(claims, (c) => c.origin !== c.source),
  );
  return issues;
}

/** The same for what only the texts of the sources can tell; rates in percent. */
export function checkTextRates(
  rates: Readonly<Record<"locator" | "anchor" | "date" | "speaker", number>>,
  expected: Expectations | undefined,
): Issue[] {
  return Object.entries(expected?.texts ?? {}).flatMap(([name, bounds]) =>
    checkBounds(["texts", name], bounds, rates[name as keyof typeof rates]),
  );
}

function checkBounds(path: readonly string[], bounds: Bounds | undefined, count: number): Issue[] {
  if (bounds === undefined) return [];
  if (count >= (bounds.min ?? 0) && count <= (bounds.max ?? Number.POSITIVE_INFINITY)) return [];
  const range = `${bounds.min ?? 0} to ${bounds.max ?? "any"}`;
  return [
    issue("expectation-missed", "expectations.yaml", path, {
      value: `${path.join(".")} = ${count}`,
      remedy: `expected ${range}`,
    }),
  ];
}

/** Whole percent, rounded down; 100 when there is nothing to fill. */
function percent<T>(items: readonly T[], isFilled: (item: T) => boolean): number {
  return items.length === 0 ? 100 : Math.floor((100 * items.filter(isFilled).length) / items.length);
}
