// Answers: on which relations does each step of a tour stand, and do the data still say what its text says?
import { parseDaySpan } from "../../model/day.ts";
import type { ActorId } from "../../model/ids.ts";
import { type Issue, type IssuePath, issue } from "../../model/issue.ts";
import { didYouMean } from "../../model/nearest.ts";
import type { Tour, TourFact, TourStep } from "../../model/records.ts";
import { visibleClaims } from "../../model/status.ts";
import { type EntenteGraph, type RelationEdge, statusOf } from "../graph.ts";

const FILE = "tours.yaml";

/** The relations a fact may mean, in id order: one where the tour is sound. */
export function relationsOfFact(graph: EntenteGraph, { relation: [from, type, to], slots }: TourFact): readonly RelationEdge[] {
  const isSymmetric = graph.types.get(type)?.symmetric === true;
  return (graph.relationsOf.get(from) ?? []).filter(
    (edge) =>
      edge.type.id === type &&
      ((edge.from === from && edge.to === to) || (isSymmetric && edge.from === to && edge.to === from)) &&
      Object.entries(slots).every(([name, value]) => edge.slots[name] === value),
  );
}

/** UTC day of the clock a step sets; undefined = everything known. */
export function knownOnOf({ knownOn }: TourStep): number | undefined {
  return knownOn === undefined ? undefined : parseDaySpan(knownOn)?.last;
}

/** Actors of all its steps, in the order they come. */
export function tourActors({ steps }: Tour): ActorId[] {
  return [...new Set(steps.flatMap((step) => step.actors))];
}

/**
 * Errors: unknown actors and types; a fact that names no relation or several, one that the step does not show, one whose status on the step's
 * day is another than the text was written for; a claim that is none of the relation's, or was not published, or withdrawn, on that day.
 */
export function checkTours(graph: EntenteGraph): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  for (const [i, tour] of graph.tours.entries()) {
    const path: IssuePath = ["tours", i];
    if (seen.has(tour.id)) issues.push(issue("id-duplicate", FILE, [...path, "id"], { value: tour.id, remedy: "rename one" }));
    seen.add(tour.id);
    for (const [j, step] of tour.steps.entries()) issues.push(...checkStep(graph, step, [...path, "steps", j]));
  }
  return issues;
}

function checkStep(graph: EntenteGraph, step: TourStep, path: IssuePath): Issue[] {
  const issues: Issue[] = [];
  for (const [k, id] of step.actors.entries())
    if (!graph.actors.has(id)) {
      const remedy = didYouMean(id, graph.actors.keys()) ?? `add actors/${id}.yaml`;
      issues.push(issue("actor-unknown", FILE, [...path, "actors", k], { value: id, remedy }));
    }
  for (const [k, id] of (step.types ?? []).entries())
    if (!graph.types.has(id)) {
      const remedy = didYouMean(id, graph.types.keys()) ?? "see vocab/relations.yaml";
      issues.push(issue("type-unknown", FILE, [...path, "types", k], { value: id, remedy }));
    }
  for (const [k, fact] of step.facts.entries()) issues.push(...checkFact(graph, step, fact, [...path, "facts", k]));
  return issues;
}

function checkFact(graph: EntenteGraph, step: TourStep, fact: TourFact, path: IssuePath): Issue[] {
  const issues: Issue[] = [];
  const miss = (more: IssuePath, value: string, detail: string, remedy: string): void => {
    issues.push(issue("tour-unfounded", FILE, [...path, ...more], { value, detail, remedy }));
  };
  const [from, type, to] = fact.relation;
  const triple = fact.relation.join(" ");
  const found = relationsOfFact(graph, fact);
  const [edge] = found;
  if (edge === undefined || found.length > 1) {
    if (edge === undefined)
      miss(["relation"], triple, "There is no such relation.", `\`entente between ${from} ${to}\` lists them`);
    else {
      const slots = found.map((e) => JSON.stringify(e.slots)).join(" or ");
      miss(["relation"], triple, `${found.length} relations are of this form.`, `tell which by \`slots\`: ${slots}`);
    }
    return issues;
  }
  for (const [at, id] of [
    [0, from],
    [2, to],
  ] as const)
    if (!step.actors.includes(id))
      miss(["relation", at], id, "The step does not show this actor.", "add it to `actors` of the step");
  if (step.types !== undefined && !step.types.includes(type))
    miss(["relation", 1], type, "The step does not show relations of this type.", "add it to `types` of the step");
  const knownOn = knownOnOf(step);
  const { status } = statusOf(edge, { knownOn });
  if (status !== fact.status)
    miss(["status"], fact.status, `The relation is ${status}${on(step)}.`, "read its claims again, then mend text and status");
  const visible = new Set(visibleClaims(edge.claims, knownOn).map((c) => c.id));
  const all = new Set(edge.claims.map((c) => c.id));
  for (const [m, id] of fact.claims.entries()) {
    if (visible.has(id)) continue;
    const detail = all.has(id) ? `The claim was not there, or withdrawn${on(step)}.` : "The relation has no such claim.";
    const remedy = didYouMean(id, visible) ?? `\`entente show ${edge.id}\` lists its claims`;
    miss(["claims", m], id, detail, remedy);
  }
  return issues;
}

function on({ knownOn }: TourStep): string {
  return knownOn === undefined ? "" : ` on ${knownOn}`;
}
