// Answers: which fields does each record have, and of which form? All scalars arrive as text (YAML's failsafe schema).
import { z } from "zod";
import { ACTOR_ID, CLAIM_ID, SOURCE_ID, TYPE_ID } from "./ids.ts";
import {
  ACTOR_KINDS,
  type ActorKind,
  CLAIM_STATUSES,
  DIRECTIONS,
  EXTENTS,
  MODALITIES,
  NAME_TYPES,
  POLARITIES,
  RANKINGS,
  RELATION_STATUSES,
  RELIABILITIES,
  SAVED_QUERIES,
  SKIP_REASONS,
  SOURCE_TYPES,
  UNSTATED_REASONS,
  VOICES,
} from "./kinds.ts";
import { isSafeUrl } from "./text.ts";
import { parseTime } from "./time.ts";

const text = z.string().min(1);
const ownWords = (max: number) => text.max(max);
const integer = z
  .string()
  .regex(/^\d{1,12}$/, "expected a whole number")
  .meta({ yamlType: "integer" })
  .transform(Number);
const decimal = z
  .string()
  .regex(/^-?\d{1,12}(\.\d+)?$/, "expected a number")
  .meta({ yamlType: "number" })
  .transform(Number);
const flag = z
  .enum(["true", "false"])
  .meta({ yamlType: "boolean" })
  .transform((v) => v === "true");
const actorId = z.string().regex(ACTOR_ID, "expected <kind>/<slug>");
const sourceId = z.string().regex(SOURCE_ID, "expected source/<slug>");
const time = z
  .string()
  .meta({ yamlType: ["string", "integer"] })
  .refine((v) => parseTime(v) !== undefined, {
    params: { code: "time-invalid" },
    message: "use 2024, 2024-10, 2024-10-28, 2012/2017-03 or 2024/..",
  });
const url = z.string().refine(isSafeUrl, { params: { code: "url-invalid" }, message: "use a plain http or https address" });
const labels = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/), text);
const coords = z.tuple([decimal, decimal]);

const name = z.strictObject({
  text,
  type: z.enum(NAME_TYPES),
  lang: text.optional(),
  script: text.optional(),
  strength: z.enum(["strong", "weak"]).optional(),
  seenIn: z.array(sourceId).optional(),
});

const commonActor = {
  id: actorId,
  kind: z.enum(ACTOR_KINDS),
  label: labels,
  names: z.array(name).default([]),
  ids: z.partialRecord(z.enum(["iso3166", "iso3166a3", "wikidata", "un-ref", "lei", "un", "unts", "imo"]), text).optional(),
  exists: time.optional(),
  country: actorId.optional(),
  summary: ownWords(400).optional(),
  tags: z.array(text).default([]),
  mergedInto: actorId.optional(),
};

/** Fields beyond the common ones, by kind. */
export const KIND_FIELDS = {
  state: { capital: text.optional() },
  person: { born: time.optional(), nationality: z.array(actorId).optional() },
  org: { subtype: text },
  unit: { branch: text.optional(), echelon: text.optional(), special: flag.optional(), country: actorId },
  instrument: { subtype: text, symbol: text.optional(), adopted: time.optional(), inForce: time.optional() },
  event: { subtype: text, time },
  activity: { subtype: text },
  facility: { subtype: text, coords: coords.optional(), coordPrecision: text.optional() },
  place: { level: text.optional(), coords: coords.optional(), coordPrecision: text.optional() },
  materiel: { class: text },
} as const satisfies Record<ActorKind, z.ZodRawShape>;

export const ACTOR_SCHEMAS = Object.fromEntries(
  ACTOR_KINDS.map((kind) => [kind, z.strictObject({ ...commonActor, ...KIND_FIELDS[kind], kind: z.literal(kind) })]),
) as unknown as Record<ActorKind, z.ZodType<Record<string, unknown>>>;

export const COMMON_ACTOR_FIELDS = Object.keys(commonActor);

const locator = z.strictObject({
  para: z.union([integer, z.tuple([integer, integer])]),
  chars: z.tuple([integer, integer]).refine(([a, b]) => a < b, "expected [start, end) with start before end"),
  anchor: z.string().regex(/^[0-9a-f]{16}$/, "expected 16 hex digits"),
});

const claim = z.strictObject({
  id: z.string().regex(/^c[1-9]\d*$/, "expected c1, c2, …"),
  rel: z.tuple([actorId, z.string().regex(TYPE_ID), actorId]).optional(),
  attr: z
    .tuple([actorId, z.string().regex(/^[a-z][A-Za-z0-9-]*$/), text.max(200).meta({ yamlType: ["string", "number", "boolean"] })])
    .optional(),
  slots: z.record(z.string().regex(/^[a-z][A-Za-z]*$/), text).default({}),
  status: z.enum(CLAIM_STATUSES),
  modality: z.enum(MODALITIES).default("actual"),
  by: z.strictObject({ actor: actorId.optional(), voice: z.enum(VOICES) }),
  at: locator.optional(),
  time: time.optional(),
  extent: z.enum(EXTENTS).optional(),
  quantity: z
    .strictObject({
      min: decimal.optional(),
      max: decimal.optional(),
      unit: text,
      approx: flag.optional(),
      cumulative: flag.optional(),
    })
    .optional(),
  credibility: z
    .enum(["1", "2", "3", "4", "5", "6"])
    .meta({ yamlType: "integer" })
    .transform((v) => Number(v) as 1 | 2 | 3 | 4 | 5 | 6),
  opinion: flag.default(false),
  paraphrase: ownWords(300),
  curatorNote: ownWords(900).optional(),
  supersedes: text.optional(),
  retracted: time.optional(),
});

export const SOURCE_SCHEMA = z.strictObject({
  id: sourceId,
  type: z.enum(SOURCE_TYPES),
  publisher: z.union([z.literal("unknown"), actorId]),
  title: text.max(300),
  author: z.array(text).default([]),
  published: time,
  publishedInferred: ownWords(600).optional(),
  url: url.optional(),
  archive: url.optional(),
  lang: z.string().regex(/^[a-z]{2,3}$/),
  reliability: z.enum(RELIABILITIES),
  reliabilityReason: ownWords(300),
  derivedFrom: sourceId.optional(),
  corrections: z.array(z.strictObject({ date: time, note: text })).default([]),
  retracted: time.optional(),
  bodySha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "expected 64 hex digits")
    .optional(),
  paraCount: integer.optional(),
  claims: z.array(claim).default([]),
  skipped: z.array(z.strictObject({ at: locator, reason: z.enum(SKIP_REASONS) })).default([]),
  unstated: z.array(z.strictObject({ at: locator, reason: z.enum(UNSTATED_REASONS) })).default([]),
});

const kinds = z.array(z.enum(ACTOR_KINDS)).min(1);
const slot = z.strictObject({
  kinds: kinds.optional(),
  values: z.array(text).optional(),
  text: flag.optional(),
  required: flag.optional(),
});

export const RELATIONS_SCHEMA = z.strictObject({
  types: z.array(
    z.strictObject({
      id: z.string().regex(TYPE_ID),
      label: text,
      inverse: z.strictObject({ id: z.string().regex(TYPE_ID), label: text }),
      verb: z.strictObject({ third: text, base: text }),
      phrase: z.string().regex(/\{from\}.*\{verb\}/, "expected {from} … {verb} …"),
      definition: text,
      from: kinds,
      to: kinds,
      polarity: z.enum(POLARITIES),
      chainable: flag.default(false),
      symmetric: flag.default(false),
      acyclic: flag.default(false),
      functional: flag.default(false),
      keyBy: z.array(text).default([]),
      slots: z.record(z.string().regex(/^[a-z][A-Za-z]*$/), slot).default({}),
      quantity: flag.default(false),
      example: text,
      counterExample: text,
    }),
  ),
});

export const SUBTYPES_SCHEMA = z.record(z.string(), z.array(text));
export const UNITS_SCHEMA = z.strictObject({
  units: z.array(z.strictObject({ id: z.string().regex(TYPE_ID), one: text, many: text })),
});
export const DATASET_SCHEMA = z.strictObject({
  id: z.string().regex(TYPE_ID),
  title: text,
  version: text,
  license: text,
  description: text,
});
const savedQuery = z.strictObject({
  query: z.enum(SAVED_QUERIES),
  of: z.array(actorId).min(1).optional(),
  from: z.array(actorId).min(1).optional(),
  to: z.array(actorId).min(1).optional(),
  types: z.array(z.string().regex(TYPE_ID)).min(1).optional(),
  layers: z.array(z.enum(POLARITIES)).min(1).optional(),
  minStatus: z.enum(RELATION_STATUSES).optional(),
  modalities: z.array(z.enum(MODALITIES)).min(1).optional(),
  opinions: flag.optional(),
  denials: flag.optional(),
  slots: flag.optional(),
  direction: z.enum(DIRECTIONS).optional(),
  depth: integer.optional(),
  maxHops: integer.optional(),
  k: integer.optional(),
  ranking: z.enum(RANKINGS).optional(),
});

export const STARTERS_SCHEMA = z.strictObject({
  starters: z.array(
    z.strictObject({
      id: z.string().regex(TYPE_ID),
      title: text.max(80),
      question: text.max(200),
      actors: z.array(actorId).min(2).max(60),
      focus: actorId.optional(),
      ask: savedQuery.optional(),
      expect: z
        .strictObject({
          actors: z.array(actorId).optional(),
          relations: z.array(z.tuple([actorId, z.string().regex(TYPE_ID), actorId])).optional(),
        })
        .optional(),
    }),
  ),
});
/** A tour's text is checked against the data: each fact names a relation, its status when known by then, and claims that the text draws on. */
export const TOURS_SCHEMA = z.strictObject({
  tours: z.array(
    z.strictObject({
      id: z.string().regex(TYPE_ID),
      title: text.max(80),
      question: text.max(200),
      steps: z
        .array(
          z.strictObject({
            title: text.max(80),
            text: ownWords(900),
            actors: z.array(actorId).min(2).max(40),
            types: z.array(z.string().regex(TYPE_ID)).min(1).optional(),
            knownOn: z
              .string()
              .refine((v) => /^\d{4}-\d\d-\d\d$/.test(v) && parseTime(v) !== undefined, {
                message: "use a day such as 2024-12-31",
              })
              .optional(),
            facts: z
              .array(
                z.strictObject({
                  relation: z.tuple([actorId, z.string().regex(TYPE_ID), actorId]),
                  slots: z.record(z.string().regex(/^[a-z][A-Za-z]*$/), text).default({}),
                  status: z.enum(RELATION_STATUSES),
                  claims: z.array(z.string().regex(CLAIM_ID, "expected source/<slug>#c<number>")).min(1),
                }),
              )
              .min(1),
          }),
        )
        .min(3)
        .max(6),
    }),
  ),
});
const minMax = z.strictObject({ min: integer.optional(), max: integer.optional() });
export const EXPECTATIONS_SCHEMA = z.strictObject({
  actors: minMax.optional(),
  claims: minMax.optional(),
  relations: minMax.optional(),
  kinds: z.partialRecord(z.enum(ACTOR_KINDS), minMax).optional(),
  polarities: z.partialRecord(z.enum(POLARITIES), minMax).optional(),
  sources: z.record(sourceId, minMax).optional(),
  /** Whole percent: actors with a summary, actors with a further name, claims with a date, claims whose speaker or publisher is named. */
  filled: z
    .strictObject({ summary: minMax.optional(), names: minMax.optional(), time: minMax.optional(), origin: minMax.optional() })
    .optional(),
  /** Whole percent, known only beside the texts: claims whose locator and anchor hold, sentences whose date and speaker are accounted for. */
  texts: z
    .strictObject({ locator: minMax.optional(), anchor: minMax.optional(), date: minMax.optional(), speaker: minMax.optional() })
    .optional(),
});

/** Every field of the records a data file holds, in canonical order, nested ones after those that hold them. */
export function fieldOrderOf(file: string): readonly string[] {
  const kind = ACTOR_KINDS.find((k) => file.startsWith(`actors/${k}/`));
  if (kind !== undefined) {
    const common = Object.keys(commonActor);
    return [...common.slice(0, 3), ...Object.keys(KIND_FIELDS[kind]), ...common.slice(3), ...Object.keys(name.shape)];
  }
  if (file.startsWith("sources/")) {
    const bySource = Object.keys(SOURCE_SCHEMA.shape);
    const byClaim = Object.keys(claim.shape).filter((field) => !bySource.includes(field));
    return [
      ...bySource,
      ...byClaim,
      "actor",
      "voice",
      "para",
      "chars",
      "anchor",
      "min",
      "max",
      "unit",
      "approx",
      "cumulative",
      "reason",
    ];
  }
  return [];
}
