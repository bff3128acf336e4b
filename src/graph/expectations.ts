// Answers: does the dataset still hold what it is expected to hold?
import { type Issue, issue } from "../model/issue.ts";
import type { Expectations } from "../model/parse.ts";
import type { EntenteGraph } from "./graph.ts";

interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** One issue for every count outside its bounds. */
export function checkExpectations(graph: EntenteGraph, expected: Expectations): Issue[] {
  const issues: Issue[] = [];
  const check = (path: readonly string[], bounds: Bounds | undefined, count: number): void => {
    if (bounds === undefined) return;
    const isMet = count >= (bounds.min ?? 0) && count <= (bounds.max ?? Number.POSITIVE_INFINITY);
    if (isMet) return;
    const range = `${bounds.min ?? 0} to ${bounds.max ?? "any"}`;
    issues.push(
      issue("expectation-missed", "expectations.yaml", path, {
        value: `${path.join(".")} = ${count}`,
        remedy: `expected ${range}`,
      }),
    );
  };
  const relations = [...graph.relations.values()];
  check(["actors"], expected.actors, graph.actors.size);
  check(["relations"], expected.relations, relations.length);
  check(["claims"], expected.claims, graph.claimOrdinals.size);
  for (const [kind, bounds] of Object.entries(expected.kinds ?? {}))
    check(["kinds", kind], bounds, [...graph.actors.values()].filter((a) => a.kind === kind).length);
  for (const [polarity, bounds] of Object.entries(expected.polarities ?? {}))
    check(["polarities", polarity], bounds, relations.filter((r) => r.type.polarity === polarity).length);
  for (const [source, bounds] of Object.entries(expected.sources ?? {}))
    check(["sources", source], bounds, [...graph.claimOrdinals.keys()].filter((id) => id.startsWith(`${source}#`)).length);
  return issues;
}
