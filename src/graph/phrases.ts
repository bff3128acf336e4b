// Answers: how are a relation and its claims of this graph said, hedged as their evidence asks?

import type { RelationStatus } from "../model/kinds.ts";
import type { Claim, Quantity } from "../model/records.ts";
import { type SentencePart, sentencePartsOf } from "../model/sentence.ts";
import type { DerivedStatus } from "../model/status.ts";
import { capitalized } from "../model/text.ts";
import { type EntenteGraph, intentionOf, type RelationEdge } from "./graph.ts";

/** Hedged sentence of a relation under a derived status. */
export function relationParts(graph: EntenteGraph, edge: RelationEdge, derived: DerivedStatus): SentencePart[] {
  const { status } = derived;
  const parts = sentencePartsOf({
    type: edge.type,
    from: edge.from,
    to: edge.to,
    slots: edge.slots,
    status,
    // No other status says an intention, and the claims need not be looked at.
    modality: status === "planned" || status === "conjecture" ? intentionOf(edge) : undefined,
    contested: derived.contested,
    labelOf: (id) => labelOf(graph, id),
  });
  return startingCapital(parts);
}

export function relationSentence(graph: EntenteGraph, edge: RelationEdge, derived: DerivedStatus): string {
  return textOf(relationParts(graph, edge, derived));
}

/** Hedged sentence of one claim, with all its slots. An attribute is said as "X, property (hedge): value". */
export function claimParts(graph: EntenteGraph, claim: Claim): SentencePart[] {
  if (claim.rel !== undefined) {
    const [from, typeId, to] = claim.rel;
    const type = graph.types.get(typeId);
    if (type === undefined) return [{ kind: "text", text: claim.paraphrase }];
    const { slots, modality } = claim;
    const parts = sentencePartsOf({
      type,
      from,
      to,
      slots,
      status: claimStatusOf(claim),
      modality,
      labelOf: (id) => labelOf(graph, id),
    });
    return startingCapital(parts);
  }
  if (claim.attr === undefined) return [];
  const [actor, property, value] = claim.attr;
  const hedge = ATTRIBUTE_HEDGES[claimStatusOf(claim)];
  const name = property
    .replace(/([A-Z])/g, " $1")
    .replaceAll("-", " ")
    .toLowerCase();
  return startingCapital([
    { kind: "actor", text: labelOf(graph, actor) ?? actor, id: actor },
    { kind: "text", text: `, ${name}` },
    ...(hedge === undefined ? [] : [{ kind: "hedge", text: ` (${hedge})` } as const]),
    { kind: "text", text: `: ${labelOf(graph, value) ?? value}` },
  ]);
}

function startingCapital(parts: SentencePart[]): SentencePart[] {
  const [first] = parts;
  if (first !== undefined) parts[0] = { ...first, text: capitalized(first.text) };
  return parts;
}

export function claimSentence(graph: EntenteGraph, claim: Claim): string {
  return textOf(claimParts(graph, claim));
}

/** "about 3,000 soldiers", "at least 40 items", "2 to 5 missiles (cumulative)". */
export function quantityText(graph: EntenteGraph, quantity: Quantity): string {
  const { min, max, unit } = quantity;
  const words = graph.units.get(unit);
  const amount =
    min !== undefined && max !== undefined
      ? min === max
        ? numberText(min)
        : `${numberText(min)} to ${numberText(max)}`
      : min !== undefined
        ? `at least ${numberText(min)}`
        : `at most ${numberText(max ?? 0)}`;
  const noun = min === 1 && max === 1 ? (words?.one ?? unit) : (words?.many ?? unit);
  return `${quantity.approx === true ? "about " : ""}${amount} ${noun}${quantity.cumulative === true ? " (cumulative)" : ""}`;
}

const ATTRIBUTE_HEDGES: Readonly<Record<RelationStatus, string | undefined>> = {
  confirmed: undefined,
  reported: "reportedly",
  alleged: "allegedly",
  disputed: "disputed",
  denied: "denied",
  planned: "as planned",
  conjecture: "a judgement or prediction",
  retracted: "withdrawn",
  hidden: "not recorded",
};

/** What one claim alone amounts to. */
function claimStatusOf(claim: Claim): RelationStatus {
  if (claim.opinion || claim.modality === "hypothetical") return "conjecture";
  return claim.modality === "actual" ? claim.status : "planned";
}

function labelOf(graph: EntenteGraph, id: string): string | undefined {
  return graph.actors.get(id as never)?.label;
}

function textOf(parts: readonly SentencePart[]): string {
  let text = "";
  for (const part of parts) text += part.text;
  return text;
}

function numberText(n: number): string {
  const [whole = "", fraction] = String(n).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
