// Answers: is this unknown value a record of the model, and if not, what is wrong with it and where?
import type { z } from "zod";
import { type ActorId, claimIdOf, type SourceId } from "./ids.ts";
import { type Issue, type IssueCode, type IssuePath, issue, type Result } from "./issue.ts";
import { ACTOR_KINDS, type ActorKind } from "./kinds.ts";
import { didYouMean } from "./nearest.ts";
import type { Actor, Claim, DatasetInfo, RelationType, SourceRecord, Starter, Tour, Unit } from "./records.ts";
import {
  ACTOR_SCHEMAS,
  COMMON_ACTOR_FIELDS,
  DATASET_SCHEMA,
  EXPECTATIONS_SCHEMA,
  RELATIONS_SCHEMA,
  SOURCE_SCHEMA,
  STARTERS_SCHEMA,
  SUBTYPES_SCHEMA,
  TOURS_SCHEMA,
  UNITS_SCHEMA,
} from "./schemas.ts";
import { checkTexts } from "./text.ts";

export type Expectations = z.output<typeof EXPECTATIONS_SCHEMA>;

/** `file` is relative to the data folder; every issue carries the path of its value inside the record. */
export function parseActor(value: unknown, file: string): Result<Actor> {
  const kind = (value as { kind?: unknown } | null)?.kind;
  if (typeof kind !== "string" || !isActorKind(kind)) {
    const given = typeof kind === "string" ? kind : "";
    const code = kind === undefined ? "field-missing" : "field-invalid";
    const remedy = didYouMean(given, ACTOR_KINDS) ?? `one of ${ACTOR_KINDS.join(", ")}`;
    return { ok: false, issues: [issue(code, file, ["kind"], { value: given, remedy, detail: "`kind`" })] };
  }
  const parsed = parseWith(ACTOR_SCHEMAS[kind], value, file);
  if (!parsed.ok) return parsed;
  const { id, label, names, ids, exists, country, summary, tags, mergedInto, ...rest } = parsed.value as unknown as Actor &
    Record<string, unknown>;
  const extra = Object.entries(rest).filter(([key, v]) => !COMMON_ACTOR_FIELDS.includes(key) && v !== undefined);
  return {
    ok: true,
    value: {
      id,
      kind,
      label,
      names,
      ids: ids ?? {},
      exists,
      country,
      summary,
      tags,
      mergedInto,
      extra: Object.fromEntries(extra.map(([k, v]) => [k, Array.isArray(v) ? v.map(String) : String(v)])),
    },
  };
}

export function parseSource(value: unknown, file: string): Result<SourceRecord> {
  const parsed = parseWith(SOURCE_SCHEMA, value, file);
  if (!parsed.ok) return parsed;
  const id = parsed.value.id as SourceId;
  const claims = parsed.value.claims.map((c) => ({ ...c, id: claimIdOf(id, c.id), source: id }) as unknown as Claim);
  const { skipped, unstated } = parsed.value as unknown as Pick<SourceRecord, "skipped" | "unstated">;
  return { ok: true, value: { ...parsed.value, id, claims, skipped, unstated } as SourceRecord };
}

export function parseRelationTypes(value: unknown, file: string): Result<readonly RelationType[]> {
  const parsed = parseWith(RELATIONS_SCHEMA, value, file);
  return parsed.ok ? { ok: true, value: parsed.value.types as unknown as readonly RelationType[] } : parsed;
}

export function parseSubtypes(value: unknown, file: string): Result<ReadonlyMap<string, readonly string[]>> {
  const parsed = parseWith(SUBTYPES_SCHEMA, value, file);
  return parsed.ok ? { ok: true, value: new Map(Object.entries(parsed.value)) } : parsed;
}

export function parseUnits(value: unknown, file: string): Result<readonly Unit[]> {
  const parsed = parseWith(UNITS_SCHEMA, value, file);
  return parsed.ok ? { ok: true, value: parsed.value.units } : parsed;
}

export function parseDatasetInfo(value: unknown, file: string): Result<DatasetInfo> {
  return parseWith(DATASET_SCHEMA, value, file);
}

export function parseStarters(value: unknown, file: string): Result<readonly Starter[]> {
  const parsed = parseWith(STARTERS_SCHEMA, value, file);
  if (!parsed.ok) return parsed;
  return { ok: true, value: parsed.value.starters.map((s) => ({ ...s, actors: s.actors as ActorId[] }) as Starter) };
}

export function parseTours(value: unknown, file: string): Result<readonly Tour[]> {
  const parsed = parseWith(TOURS_SCHEMA, value, file);
  return parsed.ok ? { ok: true, value: parsed.value.tours as unknown as readonly Tour[] } : parsed;
}

export function parseExpectations(value: unknown, file: string): Result<Expectations> {
  return parseWith(EXPECTATIONS_SCHEMA, value, file);
}

function isActorKind(text: string): text is ActorKind {
  return (ACTOR_KINDS as readonly string[]).includes(text);
}

function parseWith<T>(schema: z.ZodType<T>, value: unknown, file: string): Result<T> {
  const unsafe = checkTexts(value, file);
  const parsed = schema.safeParse(value);
  if (parsed.success) return unsafe.length === 0 ? { ok: true, value: parsed.data } : { ok: false, issues: unsafe };
  return { ok: false, issues: [...unsafe, ...parsed.error.issues.flatMap((i) => issuesOf(i, value, file, schema))] };
}

function issuesOf(found: z.core.$ZodIssue, root: unknown, file: string, schema: z.ZodType): Issue[] {
  const path = found.path.map((key) => (typeof key === "symbol" ? String(key) : key));
  const value = valueAt(root, path);
  const shown = typeof value === "string" ? value : undefined;
  if (found.code === "unrecognized_keys")
    return found.keys
      .filter((key) => key !== "__proto__" && key !== "constructor" && key !== "prototype")
      .map((key) =>
        issue("field-unknown", file, [...path, key], {
          value: key,
          remedy: didYouMean(key, fieldsAt(schema, path)) ?? `remove it; fields are ${fieldsAt(schema, path).join(", ")}`,
        }),
      );
  const field = `\`${String(path.at(-1) ?? "the record")}\``;
  if (value === undefined) return [issue("field-missing", file, path, { detail: field, remedy: `add ${field}` })];
  if (found.code === "invalid_value") {
    const values = found.values.map(String);
    return [
      issue("field-invalid", file, path, {
        value: shown,
        detail: field,
        remedy: didYouMean(shown ?? "", values) ?? `one of ${values.join(", ")}`,
      }),
    ];
  }
  const custom = found.code === "custom" ? (found.params as { code?: IssueCode } | undefined)?.code : undefined;
  return [
    issue(custom ?? "field-invalid", file, path, {
      value: shown,
      ...(custom === undefined ? { detail: field } : {}),
      remedy: found.message,
    }),
  ];
}

function valueAt(root: unknown, path: IssuePath): unknown {
  let value = root;
  for (const key of path) {
    if (value === null || typeof value !== "object") return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** Field names of the object schema at a path, for "did you mean". */
function fieldsAt(schema: z.ZodType, path: IssuePath): string[] {
  let current: unknown = schema;
  for (const key of path) {
    const def = unwrapped(current);
    if (def.shape !== undefined) current = def.shape[String(key)];
    else current = def.element ?? def.valueType;
  }
  return Object.keys(unwrapped(current).shape ?? {});
}

interface SchemaDef {
  readonly shape?: Record<string, unknown>;
  readonly element?: unknown;
  readonly valueType?: unknown;
}

function unwrapped(schema: unknown): SchemaDef {
  let def = (schema as { def?: Record<string, unknown> } | undefined)?.def;
  while (def !== undefined && "innerType" in def) def = (def.innerType as { def: Record<string, unknown> }).def;
  return (def ?? {}) as SchemaDef;
}
