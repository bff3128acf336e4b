// Answers: where do the sources disagree, what did curators flag, what was corrected, under the clocks and sources of the view?
import { type Contradiction, type ContradictionKind, standingInSteps } from "../../graph/analysis/contradictions.ts";
import { findClaim } from "../../graph/claims.ts";
import { foldedText } from "../../graph/folded-text.ts";
import { type ClaimCore, type EntenteGraph, type EvidenceSettings, evidenceClaims } from "../../graph/graph.ts";
import { claimParts } from "../../graph/phrases.ts";
import type { Steps } from "../../graph/query/work.ts";
import { dayText, parseDaySpan } from "../../model/day.ts";
import type { ActorId, ClaimId, RelationId, SourceId } from "../../model/ids.ts";
import type { Claim } from "../../model/records.ts";
import type { SentencePart } from "../../model/sentence.ts";
import { titleOf } from "../../model/text.ts";
import { lineText, type RelationLine, relationLineOf } from "../parts/relation-line.ts";
import { holdsAll, wordsOf } from "../parts/text-filter.ts";
import { type ClaimEntry, entriesOf, type Sides, sidesOf } from "./claim-entries.ts";

/** A relation that someone denies. */
export interface DisputeRow extends Sides {
  readonly key: RelationId;
  readonly line: RelationLine;
}

/** Those with claims on both sides first, most denials first, then by id. Cost O(claims). */
export function* disputeRows(graph: EntenteGraph, settings: EvidenceSettings): Steps<DisputeRow[]> {
  const rows: DisputeRow[] = [];
  for (const edge of graph.relations.values()) {
    yield;
    if (!edge.claims.some((claim) => claim.status === "denied")) continue;
    const sides = sidesOf(graph, edge, settings);
    if (sides.denying.length > 0) rows.push({ key: edge.id, line: relationLineOf(graph, edge, settings), ...sides });
  }
  const isTwoSided = (row: DisputeRow): number => Number(row.asserting.length > 0);
  return rows.sort((a, b) => isTwoSided(b) - isTwoSided(a) || b.denying.length - a.denying.length || (a.key < b.key ? -1 : 1));
}

export const CONTRADICTION_WORDS: Readonly<Record<ContradictionKind, string>> = {
  stance: "Asserted by some, denied by others",
  quantity: "Figures that cannot all be right",
  beginning: "Beginnings that exclude each other",
  retraction: "Asserted again after it was withdrawn",
  attribute: "Several values of one property",
};

export interface ContradictionRow {
  readonly key: string;
  readonly kind: ContradictionKind;
  /** Of a relation. */
  readonly line?: RelationLine | undefined;
  /** Of a property of an actor: "Russia: standing". */
  readonly property?: string | undefined;
  readonly item: RelationId | ActorId;
  readonly sides: ReadonlyArray<{ readonly says: string; readonly entries: readonly ClaimEntry[] }>;
  readonly isWithinOneSource: boolean;
  readonly isOfOpinions: boolean;
}

/** Of those that stand under the settings, in the order given. */
export function* contradictionRows(
  graph: EntenteGraph,
  contradictions: readonly Contradiction[],
  settings: EvidenceSettings,
): Steps<ContradictionRow[]> {
  const rows: ContradictionRow[] = [];
  for (const { kind, relation, attribute, sides, isWithinOneSource, isOfOpinions } of yield* standingInSteps(
    graph,
    contradictions,
    settings,
  )) {
    yield;
    const edge = relation === undefined ? undefined : graph.relations.get(relation);
    const item = relation ?? attribute?.[0];
    if (item === undefined) continue;
    const about = (edge ?? graph.attributesOf.get(item as ActorId))?.claims ?? [];
    const entries = (claims: readonly ClaimId[]): ClaimEntry[] =>
      entriesOf(
        graph,
        about.filter(({ id }) => claims.includes(id)),
      );
    rows.push({
      key: `${kind} ${relation ?? attribute?.join(" ")} ${isOfOpinions} ${sides.map(({ claims }) => claims[0]).join(" ")}`,
      kind,
      line: edge === undefined ? undefined : relationLineOf(graph, edge, settings),
      property:
        attribute === undefined ? undefined : `${titleOf(labelOf(graph, attribute[0]))}: ${wordsOfProperty(attribute[1])}`,
      item,
      sides: sides.map(({ says, claims }) => ({ says, entries: entries(claims) })),
      isWithinOneSource,
      isOfOpinions,
    });
  }
  return rows;
}

/** A claim in its hedged sentence, with what is to be known about it. */
export interface FlaggedRow {
  readonly key: string;
  readonly item: RelationId | ActorId;
  readonly parts: readonly SentencePart[];
  readonly entry: ClaimEntry;
  readonly note: string;
}

/** Those that sources off and clocks leave in, withdrawn ones too. In the order given. */
export function* claimsLeft(graph: EntenteGraph, ids: readonly ClaimId[], settings: EvidenceSettings): Steps<ClaimId[]> {
  const left: ClaimId[] = [];
  for (const id of ids) {
    yield;
    const placed = findClaim(graph.claims, id);
    if (placed !== undefined && isLeft(placed.core, settings)) left.push(id);
  }
  return left;
}

/** Those that are withdrawn by the day of "known on", of sources that are on and both clocks. In the order of the dataset. Cost O(claims). */
export function* withdrawnClaims(graph: EntenteGraph, settings: EvidenceSettings): Steps<ClaimId[]> {
  const { knownOn = Number.POSITIVE_INFINITY } = settings;
  const withdrawn: ClaimId[] = [];
  for (let i = 0; i < graph.claims.size; i++) {
    yield i / graph.claims.size;
    const core = graph.claims.at(i)?.core;
    if (core?.retractedDay !== undefined && core.retractedDay <= knownOn && isLeft(core, settings)) withdrawn.push(core.id);
  }
  return withdrawn;
}

function isLeft(core: ClaimCore, settings: EvidenceSettings): boolean {
  return evidenceClaims({ claims: [core] }, settings).length > 0;
}

/** With its curator's note; undefined where it has none. */
export function flaggedRow(graph: EntenteGraph, claim: Claim): FlaggedRow | undefined {
  return claim.curatorNote === undefined ? undefined : rowOfClaim(graph, claim, claim.curatorNote);
}

/** With the day of its withdrawal; undefined where there is none. */
export function withdrawnRow(graph: EntenteGraph, claim: Claim): FlaggedRow | undefined {
  const day = findClaim(graph.claims, claim.id)?.core.retractedDay;
  return day === undefined ? undefined : rowOfClaim(graph, claim, `Withdrawn, ${dayText(day)}.`);
}

function rowOfClaim(graph: EntenteGraph, claim: Claim, note: string): FlaggedRow | undefined {
  const placed = findClaim(graph.claims, claim.id);
  const [entry] = placed === undefined ? [] : entriesOf(graph, [placed.core]);
  if (placed === undefined || entry === undefined) return undefined;
  return { key: claim.id, item: placed.item, parts: claimParts(graph, claim), entry, note };
}

export interface CorrectionRow {
  readonly key: string;
  readonly source: SourceId;
  readonly title: string;
  readonly date: string;
  readonly note: string;
}

/** What sources corrected or withdrew by the day of "known on", by date. */
export function correctionRows(graph: EntenteGraph, { knownOn, sourcesOff }: EvidenceSettings): CorrectionRow[] {
  const isKnown = (date: string): boolean => knownOn === undefined || (parseDaySpan(date)?.last ?? knownOn) <= knownOn;
  return [...graph.sources.values()]
    .filter(({ id }) => sourcesOff?.has(id) !== true)
    .flatMap(({ id, title, retracted, corrections = [] }) =>
      [...(retracted === undefined ? [] : [{ date: retracted, note: "The whole source was withdrawn." }]), ...corrections].map(
        ({ date, note }, i) => ({ key: `${id} ${i}`, source: id, title, date, note }),
      ),
    )
    .filter(({ date }) => isKnown(date))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Rows that hold every word of the text. `texts` keeps what was folded for the next text. */
export function* matchingText<Row extends object>(
  rows: readonly Row[],
  text: string,
  textOf: (row: Row) => string,
  texts: WeakMap<Row, string> = new WeakMap(),
): Steps<readonly Row[]> {
  const words = wordsOf(text);
  if (words.length === 0) return rows;
  const matching: Row[] = [];
  for (const row of rows) {
    yield;
    const folded = texts.get(row) ?? foldedText(textOf(row));
    texts.set(row, folded);
    if (holdsAll(folded, words)) matching.push(row);
  }
  return matching;
}

export function disputeText({ line, asserting, denying }: DisputeRow): string {
  return [lineText(line), ...[...asserting, ...denying].map(entryText)].join("\n");
}

export function contradictionText({ line, property, kind, sides }: ContradictionRow): string {
  const said = sides.flatMap(({ says, entries }) => [says, ...entries.map(entryText)]);
  return [line === undefined ? "" : lineText(line), property ?? "", CONTRADICTION_WORDS[kind], ...said].join("\n");
}

export function flaggedText({ parts, entry, note }: FlaggedRow): string {
  return [parts.map(({ text }) => text).join(""), entryText(entry), note].join("\n");
}

function entryText({ origin, source, published, manner }: ClaimEntry): string {
  return `${origin} ${source} ${published} ${manner}`;
}

function labelOf(graph: EntenteGraph, id: ActorId): string {
  return graph.actors.get(id)?.label ?? id;
}

/** "combatExperience" → "combat experience" */
function wordsOfProperty(property: string): string {
  return property
    .replace(/([A-Z])/g, " $1")
    .replaceAll("-", " ")
    .toLowerCase();
}
