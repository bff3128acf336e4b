// Answers: do the starter views and saved questions name what there is, and can their queries be asked?
import { type Issue, type IssuePath, issue } from "./issue.ts";
import { didYouMean } from "./nearest.ts";
import type { SavedQuery, Starter, Vocabulary } from "./records.ts";

const FILE = "starters.yaml";

/** What each query needs, and what it cannot take. */
const SIDES: Readonly<Record<SavedQuery["query"], readonly ("of" | "from" | "to")[]>> = {
  neighbors: ["of"],
  paths: ["from", "to"],
  support: ["of"],
  opposition: ["of"],
  common: ["of"],
  between: ["from", "to"],
};

/** All issues, in the order of the starters. `actorIds`: those that have a file. */
export function checkStarters(starters: readonly Starter[], actorIds: ReadonlySet<string>, vocabulary: Vocabulary): Issue[] {
  const issues: Issue[] = [];
  const needActor = (id: string, path: IssuePath): void => {
    if (actorIds.has(id)) return;
    issues.push(issue("actor-unknown", FILE, path, { value: id, remedy: didYouMean(id, actorIds) ?? `add actors/${id}.yaml` }));
  };
  const needType = (id: string, path: IssuePath): void => {
    if (vocabulary.types.has(id)) return;
    const remedy = didYouMean(id, vocabulary.types.keys()) ?? "see vocab/relations.yaml";
    issues.push(issue("type-unknown", FILE, path, { value: id, remedy }));
  };
  const seen = new Set<string>();
  for (const [i, { id, actors, focus, ask, expect }] of starters.entries()) {
    const path: IssuePath = ["starters", i];
    if (seen.has(id)) issues.push(issue("id-duplicate", FILE, [...path, "id"], { value: id, remedy: "rename one" }));
    seen.add(id);
    for (const [j, actor] of actors.entries()) needActor(actor, [...path, "actors", j]);
    if (focus !== undefined) needActor(focus, [...path, "focus"]);
    for (const [j, actor] of (expect?.actors ?? []).entries()) needActor(actor, [...path, "expect", "actors", j]);
    for (const [j, [from, type, to]] of (expect?.relations ?? []).entries()) {
      needActor(from, [...path, "expect", "relations", j, 0]);
      needType(type, [...path, "expect", "relations", j, 1]);
      needActor(to, [...path, "expect", "relations", j, 2]);
    }
    if (ask === undefined) continue;
    for (const side of ["of", "from", "to"] as const) {
      const isNeeded = SIDES[ask.query].includes(side);
      if (isNeeded === (ask[side] !== undefined)) continue;
      const remedy = isNeeded ? `add \`${side}: [<actor>]\`` : `\`${ask.query}\` takes ${SIDES[ask.query].join(" and ")}`;
      issues.push(issue("query-invalid", FILE, [...path, "ask", ...(isNeeded ? [] : [side])], { value: ask.query, remedy }));
    }
    for (const side of ["of", "from", "to"] as const)
      for (const [j, actor] of (ask[side] ?? []).entries()) needActor(actor, [...path, "ask", side, j]);
    for (const [j, type] of (ask.types ?? []).entries()) needType(type, [...path, "ask", "types", j]);
  }
  return issues;
}
