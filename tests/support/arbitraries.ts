// Answers: which datasets could curators write, the awkward ones first?
import { createHash } from "node:crypto";
import fc from "fast-check";
import { buildGraph } from "../../src/graph/build.ts";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import type { RelationFilter } from "../../src/graph/query/filter.ts";
import { type ActorId, claimIdOf, kindOf, type RelationTypeId, type SourceId } from "../../src/model/ids.ts";
import {
  type ActorKind,
  CLAIM_STATUSES,
  CREDIBILITIES,
  MODALITIES,
  POLARITIES,
  type Polarity,
  RELIABILITIES,
  SOURCE_TYPES,
  VOICES,
} from "../../src/model/kinds.ts";
import type { Actor, Claim, Dataset, RelationType, Slot, SourceRecord, Vocabulary } from "../../src/model/records.ts";
import type { StatusClaim } from "../../src/model/status.ts";

export function sha256Hex(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Words that break code which uses plain objects as maps, or glues ids to text. */
export const AWKWARD_SLUGS = [
  "constructor",
  "proto",
  "prototype",
  "hasownproperty",
  "tostring",
  "valueof",
  "length",
  "aa",
  "bb",
  "c1",
  "0",
  "1-2",
  "null",
  "true",
] as const;

export const AWKWARD_TEXTS = [
  "constructor",
  "__proto__",
  "김정은 “위원장”",
  "Ким Чен Ын",
  'الجيش "الشعبي"',
  "<script>alert(1)</script>",
  "Zürich – Ωmega",
  "{from} [x]",
  "a|b=c",
  "'; DROP--",
  "\\u0000 \\n",
  "=1+1",
  "朝鮮",
  "O'Neil & Sons",
] as const;

const KINDS: readonly ActorKind[] = ["state", "org", "person", "materiel", "unit"];

export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...AWKWARD_TEXTS),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
);

export function relationType(id: string, more: Partial<RelationType> = {}): RelationType {
  return {
    id: id as RelationTypeId,
    label: id,
    inverse: { id: `${id}-inverse`, label: `${id} inverse` },
    verb: { third: `${id}s`, base: id },
    phrase: "{from} {verb} {to}",
    definition: id,
    from: [...KINDS],
    to: [...KINDS],
    polarity: "neutral" as Polarity,
    chainable: true,
    symmetric: false,
    acyclic: false,
    functional: false,
    keyBy: [],
    slots: {},
    quantity: false,
    example: "x",
    counterExample: "y",
    ...more,
  };
}

const ACTOR_SLOT: Slot = { kinds: KINDS };

export const TYPES: readonly RelationType[] = [
  relationType("supplies", {
    polarity: "supportive",
    keyBy: ["item"],
    slots: { item: ACTOR_SLOT, via: ACTOR_SLOT, field: { text: true } },
    phrase: "{from} {verb}[ {item} to] {to}[ via {via}][ ({field})]",
  }),
  relationType("attacks", { polarity: "hostile" }),
  relationType("member-of", { polarity: "structural" }),
  relationType("allied-with", { polarity: "supportive", symmetric: true }),
  relationType("constructor", { symmetric: true, keyBy: ["item", "via"], slots: { item: ACTOR_SLOT, via: ACTOR_SLOT } }),
];

export const VOCABULARY: Vocabulary = {
  types: new Map(TYPES.map((t) => [t.id as string, t])),
  subtypes: new Map([["org", ["company"]]]),
  units: new Map([["rounds", { id: "rounds", one: "round", many: "rounds" }]]),
};

export interface DatasetOptions {
  readonly slots?: boolean;
  readonly maxActors?: number;
  /** Of each source. */
  readonly minClaims?: number;
}

function dateArb(from = 2000, to = 2030): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date(Date.UTC(from, 0, 1)), max: new Date(Date.UTC(to, 0, 1)), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10));
}

/** One in eight: were withdrawals as frequent as the rest, hardly a relation would stand. */
function seldom<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

function actorArb(id: ActorId, all: readonly ActorId[]): fc.Arbitrary<Actor> {
  return fc.record({
    id: fc.constant(id),
    kind: fc.constant(kindOf(id)),
    label: fc.oneof(
      anyText.map((en) => ({ en })),
      anyText.map((ko): Record<string, string> => ({ ko })),
    ),
    names: fc.array(fc.record({ text: anyText, type: fc.constantFrom("short", "native", "spelling") }), { maxLength: 3 }),
    ids: fc.oneof(fc.constant({}), fc.constant({ wikidata: "Q1" })),
    country: fc.option(fc.constantFrom(...all), { nil: undefined }),
    summary: fc.option(anyText, { nil: undefined }),
    tags: fc.constant([]),
    extra: fc.constantFrom<Actor["extra"]>({}, { subtype: "company" }, { class: "uav", coords: ["1", "2"] }),
  }) as fc.Arbitrary<Actor>;
}

function claimArb(source: SourceId, local: string, actors: readonly ActorId[], withSlots: boolean): fc.Arbitrary<Claim> {
  const actor = fc.constantFrom(...actors);
  const slots = withSlots
    ? fc.record({ item: actor, via: actor, field: anyText }, { requiredKeys: [] })
    : fc.constant<Record<string, string>>({});
  return fc
    .record({
      subject: fc.oneof(
        {
          weight: 5,
          arbitrary: fc.tuple(actor, fc.constantFrom(...TYPES), actor).map(([a, t, b]) => ({ rel: [a, t, b] as const })),
        },
        { weight: 1, arbitrary: fc.tuple(actor, anyText).map(([a, v]) => ({ attr: [a, "note", v] as const })) },
      ),
      slots,
      status: fc.constantFrom(...CLAIM_STATUSES),
      modality: fc.oneof(
        { weight: 3, arbitrary: fc.constant("actual" as const) },
        { weight: 1, arbitrary: fc.constantFrom(...MODALITIES) },
      ),
      speaker: fc.option(actor, { nil: undefined }),
      voice: fc.constantFrom(...VOICES),
      time: fc.option(dateArb(), { nil: undefined }),
      at: fc.constantFrom({ para: 1, chars: [0, 1] as const, anchor: "0123456789abcdef" }, undefined),
      credibility: fc.constantFrom(...CREDIBILITIES),
      opinion: fc.boolean(),
      paraphrase: anyText,
      retracted: seldom(dateArb()),
    })
    .map(({ subject, slots: given, speaker, voice, ...rest }): Claim => {
      const type = "rel" in subject ? subject.rel[1] : undefined;
      const kept = Object.entries(given).filter(([name]) => type !== undefined && Object.hasOwn(type.slots, name));
      return {
        id: claimIdOf(source, local),
        source,
        ...("rel" in subject ? { rel: [subject.rel[0], subject.rel[1].id, subject.rel[2]] as const } : { attr: subject.attr }),
        slots: Object.fromEntries(kept) as Record<string, string>,
        by: { ...(speaker === undefined ? {} : { actor: speaker }), voice },
        ...rest,
      };
    });
}

/** Mixed multigraphs: parallel and symmetric relations, loops, isolated actors, attributes, derived and retracted sources. */
export function datasetArb({ slots = true, maxActors = 9, minClaims = 0 }: DatasetOptions = {}): fc.Arbitrary<Dataset> {
  const slug = fc.oneof(fc.constantFrom(...AWKWARD_SLUGS), fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,3})?$/));
  const ids = fc.uniqueArray(
    fc.tuple(fc.constantFrom(...KINDS), slug).map(([k, s]) => `${k}/${s}` as ActorId),
    { minLength: 2, maxLength: maxActors },
  );
  const sourceIds = fc.uniqueArray(
    slug.map((s) => `source/${s}` as SourceId),
    { minLength: 1, maxLength: 4 },
  );
  return fc.tuple(ids, sourceIds).chain(([actorIds, sources]) =>
    fc.record({
      info: fc.constant({ id: "test", title: "Test", version: "1", license: "CC0", description: "d" }),
      vocabulary: fc.constant(VOCABULARY),
      actors: fc.tuple(...actorIds.map((id) => actorArb(id, actorIds))),
      sources: fc.tuple(
        ...sources.map((id) =>
          fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: minClaims, maxLength: minClaims + 8 }).chain((locals) =>
            fc.record({
              id: fc.constant(id),
              type: fc.constantFrom(...SOURCE_TYPES),
              publisher: fc.oneof(fc.constant("unknown" as const), fc.constantFrom(...actorIds)),
              title: anyText,
              author: fc.array(anyText, { maxLength: 2 }),
              published: dateArb(),
              url: fc.constantFrom(undefined, "https://example.org/a?b=c"),
              lang: fc.constant("en"),
              reliability: fc.constantFrom(...RELIABILITIES),
              reliabilityReason: anyText,
              derivedFrom: fc.option(fc.constantFrom(...sources), { nil: undefined }),
              corrections: fc.constant([]),
              retracted: seldom(dateArb()),
              claims: fc.tuple(...locals.map((n) => claimArb(id, `c${n}`, actorIds, slots))),
              skipped: fc.constant([]),
              unstated: fc.constant([]),
            }),
          ),
        ),
      ) as unknown as fc.Arbitrary<SourceRecord[]>,
      starters: fc.constant([{ id: "start", title: "Start", question: "Who?", actors: actorIds.slice(0, 2) }]),
      tours: fc.constant([
        {
          id: "walk",
          title: "A walk",
          question: "Where?",
          steps: ["One", "Two", "Three"].map((title) => ({ title, text: title, actors: actorIds.slice(0, 2), facts: [] })),
        },
      ]),
    }),
  ) as fc.Arbitrary<Dataset>;
}

export function graphArb(options: DatasetOptions = {}): fc.Arbitrary<EntenteGraph> {
  return datasetArb(options).map((data) => buildGraph(data, { sha256Hex }));
}

/** Filters that bite on such datasets, the empty one among them. */
export const filterArb: fc.Arbitrary<RelationFilter> = fc.record(
  {
    types: fc
      .subarray(
        TYPES.map((t) => t.id as string),
        { minLength: 1 },
      )
      .map((ids) => new Set(ids)),
    polarities: fc.subarray([...POLARITIES], { minLength: 2 }).map((p) => new Set(p)),
    minStatus: fc.constantFrom("confirmed", "reported", "alleged", "disputed"),
    modalities: fc.subarray([...MODALITIES], { minLength: 1 }).map((m) => new Set(m)),
    opinions: fc.boolean(),
    denials: fc.boolean(),
    sourcesOff: fc.subarray(AWKWARD_SLUGS.map((s) => `source/${s}` as SourceId)).map((ids) => new Set(ids)),
    knownOn: fc.integer({ min: 12_000, max: 21_000 }),
    valid: fc.record({ from: fc.integer({ min: 11_000, max: 16_000 }), to: fc.integer({ min: 16_000, max: 22_000 }) }),
    undated: fc.constantFrom("lenient", "strict"),
  },
  { requiredKeys: [] },
);

/** Claims about one relation; days are small so that publications, retractions and cut-offs meet. */
export const statusClaimsArb: fc.Arbitrary<StatusClaim[]> = fc
  .array(
    fc.record({
      status: fc.constantFrom(...CLAIM_STATUSES),
      modality: fc.oneof(
        { weight: 4, arbitrary: fc.constant("actual" as const) },
        { weight: 1, arbitrary: fc.constantFrom(...MODALITIES) },
      ),
      opinion: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      origin: fc.constantFrom("state/aa", "state/bb", "org/constructor", "org/daily", "source/x"),
      reliability: fc.constantFrom(...RELIABILITIES),
      credibility: fc.constantFrom(...CREDIBILITIES),
      publishedDay: fc.integer({ min: 0, max: 12 }),
      retractedDay: seldom(fc.integer({ min: 0, max: 14 })),
    }),
    { maxLength: 12 },
  )
  .map((claims) => claims.map((c, i) => ({ ...c, id: `source/s#c${i + 1}`, byParty: c.origin.startsWith("state/") })));
