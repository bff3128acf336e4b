// Answers: where do the sources disagree, what did curators flag, what was corrected, under the clocks and sources of the view?
import { type Contradiction, type ContradictionKind, standingInSteps } from "../../graph/analysis/contradictions.ts";
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
  const cores = yield* coresOf(graph);
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
    rows.push({
      key: `${kind} ${relation ?? attribute?.join(" ")} ${isOfOpinions} ${sides.map(({ claims }) => claims[0]).join(" ")}`,
      kind,
      line: edge === undefined ? undefined : relationLineOf(graph, edge, settings),
      property:
        attribute === undefined ? undefined : `${titleOf(labelOf(graph, attribute[0]))}: ${wordsOfProperty(attribute[1])}`,
      item,
      sides: sides.map(({ says, claims }) => ({
        says,
        entries: entriesOf(
          graph,
          claims.flatMap((id) => cores.get(id) ?? []),
        ),
      })),
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

/** Claims with a curator's note, in the order of the dataset. */
export function* flaggedRows(graph: EntenteGraph, claims: readonly Claim[], settings: EvidenceSettings): Steps<FlaggedRow[]> {
  const leftIn = yield* leftInBy(graph, settings);
  return yield* rowsOfClaims(graph, claims, (claim) => (leftIn.has(claim.id) ? claim.curatorNote : undefined));
}

/** Claims withdrawn by today, in the order of the dataset. */
export function* withdrawnClaims(graph: EntenteGraph): Steps<ClaimId[]> {
  const cores = yield* coresOf(graph);
  const withdrawn: ClaimId[] = [];
  for (const id of graph.claimOrdinals.keys()) {
    yield;
    if (cores.get(id)?.retractedDay !== undefined) withdrawn.push(id);
  }
  return withdrawn;
}

/** Claims withdrawn by the day of "known on", in the order of the dataset. */
export function* withdrawnRows(graph: EntenteGraph, claims: readonly Claim[], settings: EvidenceSettings): Steps<FlaggedRow[]> {
  const cores = yield* coresOf(graph);
  const leftIn = yield* leftInBy(graph, settings);
  return yield* rowsOfClaims(graph, claims, ({ id }) => {
    const day = cores.get(id)?.retractedDay;
    if (day === undefined || !leftIn.has(id)) return undefined;
    return settings.knownOn === undefined || day <= settings.knownOn ? `Withdrawn, ${dayText(day)}.` : undefined;
  });
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

/** Rows that hold every word of the text. */
export function matchingText<Row>(rows: readonly Row[], text: string, textOf: (row: Row) => string): readonly Row[] {
  const words = wordsOf(text);
  if (words.length === 0) return rows;
  return rows.filter((row) => holdsAll(foldedText(textOf(row)), words));
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

function* rowsOfClaims(
  graph: EntenteGraph,
  claims: readonly Claim[],
  noteOf: (claim: Claim) => string | undefined,
): Steps<FlaggedRow[]> {
  const cores = yield* coresOf(graph);
  const relations = new Map<ClaimId, RelationId>();
  for (const edge of graph.relations.values()) {
    yield;
    for (const { id } of edge.claims) relations.set(id, edge.id);
  }
  const rows: FlaggedRow[] = [];
  for (const claim of claims) {
    yield;
    const [note, core, item] = [noteOf(claim), cores.get(claim.id), relations.get(claim.id) ?? claim.attr?.[0]];
    const [entry] = core === undefined || note === undefined ? [] : entriesOf(graph, [core]);
    if (note === undefined || entry === undefined || item === undefined) continue;
    rows.push({ key: claim.id, item, parts: claimParts(graph, claim), entry, note });
  }
  return rows;
}

function* coresOf(graph: EntenteGraph): Steps<ReadonlyMap<ClaimId, ClaimCore>> {
  const cores = new Map<ClaimId, ClaimCore>();
  for (const claims of claimsOf(graph)) {
    yield;
    for (const core of claims) cores.set(core.id, core);
  }
  return cores;
}

/** Claims that sources off and clocks leave in, withdrawn ones too. */
function* leftInBy(graph: EntenteGraph, settings: EvidenceSettings): Steps<ReadonlySet<ClaimId>> {
  const left = new Set<ClaimId>();
  for (const claims of claimsOf(graph)) {
    yield;
    for (const { id } of evidenceClaims({ claims }, settings)) left.add(id);
  }
  return left;
}

/** Of each relation, then of each actor with properties of its own. */
function* claimsOf(graph: EntenteGraph): Generator<readonly ClaimCore[]> {
  for (const edge of graph.relations.values()) yield edge.claims;
  yield* graph.attributesOf.values();
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
