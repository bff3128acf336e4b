// Answers: which kind of STIX object stands for an actor, which ids and definitions does a bundle share? Source: STIX 2.1 (OASIS).
import type { ActorNode } from "../../graph/graph.ts";
import { CLAIM_FIELDS, SOURCE_FIELDS } from "../claim-fields.ts";
import type { Extract } from "../extract.ts";
import { ACTOR_FIELDS, type Field, type FieldType, RELATION_FIELDS } from "../fields.ts";
import { nameUuid } from "../name-uuid.ts";
import { writable } from "../text.ts";

export type StixObject = Readonly<Record<string, unknown>>;

/** When the definitions below were made as they are; with another schema, another day and version. */
export const DEFINED = "2026-11-25T00:00:00.000Z";

/** Version 5 in this project's namespace, never in the one that STIX keeps for cyber-observables. `what` tells all objects apart, whatever their type. */
export function stixId(type: string, what: string): string {
  return `${type}--${nameUuid(`stix ${what}`)}`;
}

/** Of actors that no object of STIX means: resolutions, events, conduct, materiel, places whose position and country are not recorded. */
export const ACTOR_TYPE = "entente-actor";
const MAKER = stixId("identity", "the Entente project");
/** On every object: what the tables give of it. */
export const FIELDS_EXTENSION = stixId("extension-definition", "fields 1");
export const ACTOR_EXTENSION = stixId("extension-definition", "actor 1");

const JSON_TYPES: Readonly<Record<FieldType, string>> = {
  string: "string",
  integer: "integer",
  double: "number",
  boolean: "boolean",
  date: "string",
};

/** Given by properties that STIX has for it, or no property names there. */
const SHOWN_APART: ReadonlySet<string> = new Set([
  "id",
  "label",
  "x",
  "y",
  "summary",
  "sentence",
  "paraphrase",
  "relation",
  "title",
  "url",
]);

/** Columns of a table under the names of properties. */
export interface StixColumn<T> {
  readonly name: string;
  readonly field: Field<T>;
}

export const ACTOR_COLUMNS = columnsOf(ACTOR_FIELDS);
export const RELATION_COLUMNS = columnsOf(RELATION_FIELDS);
export const CLAIM_COLUMNS = columnsOf(CLAIM_FIELDS);
export const SOURCE_COLUMNS = columnsOf(SOURCE_FIELDS);

function columnsOf<T>(fields: readonly Field<T>[]): readonly StixColumn<T>[] {
  return fields
    .filter(({ id }) => !SHOWN_APART.has(id))
    .map((field) => ({ name: field.id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), field }));
}

/** Identity of whoever made the definitions, and both definitions, each with its JSON Schema as text. */
export function definitions(): readonly StixObject[] {
  const common = { spec_version: "2.1", created: DEFINED, modified: DEFINED };
  const by = { created_by_ref: MAKER };
  return [
    { type: "identity", ...common, id: MAKER, name: "Entente", description: "The program that wrote this bundle." },
    {
      type: "extension-definition",
      ...common,
      ...by,
      id: FIELDS_EXTENSION,
      name: "Entente fields",
      description:
        "What is recorded of an actor, relation, claim or source. `status` says how well it is evidenced: alleged, reported, confirmed, disputed, denied, planned, conjecture, retracted. Dates are EDTF (ISO 8601-2) as recorded.",
      schema: JSON.stringify(fieldsSchema()),
      version: "1.0.0",
      extension_types: ["property-extension"],
    },
    {
      type: "extension-definition",
      ...common,
      ...by,
      id: ACTOR_EXTENSION,
      name: "Entente actor",
      description:
        "An instrument, event, activity, piece of materiel, or a place without position, that relations lead to or from.",
      schema: JSON.stringify(actorSchema()),
      version: "1.0.0",
      extension_types: ["new-sdo"],
    },
  ];
}

/** The extension of an object: its id here, the values of the table's columns, and what else is given. */
export function extensionOf<T>(
  id: string,
  columns: readonly StixColumn<T>[],
  item: T,
  extract: Extract,
  more: StixObject = {},
): StixObject {
  const values: Record<string, unknown> = { extension_type: "property-extension", entente_id: id };
  for (const { name, field } of columns) {
    const value = field.of(item, extract);
    if (value !== undefined) values[name] = typeof value === "string" ? writable(value) : value;
  }
  return { [FIELDS_EXTENSION]: Object.assign(values, more) };
}

/** What STIX itself says of an actor: its type and the properties of that type, names apart. */
export function shapeOf({ graph }: Extract, actor: ActorNode): StixObject & { readonly type: string } {
  const { kind, subtype } = actor;
  switch (kind) {
    case "state":
      return { type: "identity", identity_class: "organization", sectors: ["government-national"] };
    case "person":
      return { type: "identity", identity_class: "individual" };
    case "unit":
      return { type: "identity", identity_class: "organization", sectors: ["defense"] };
    case "org":
      return { type: "identity", identity_class: subtype === "armed-group" ? "group" : "organization", ...sectorOf(subtype) };
    case "facility":
    case "place":
      return locationOf(actor, graph.actors.get(actor.country as never)) ?? customOf(actor);
    case "instrument":
    case "event":
    case "activity":
    case "materiel":
      return customOf(actor);
  }
}

function sectorOf(subtype: string | undefined): StixObject {
  switch (subtype) {
    case "ministry":
    case "intelligence":
      return { sectors: ["government-national"] };
    case "company":
      return { sectors: ["commercial"] };
    case "ngo":
      return { sectors: ["non-profit"] };
    default:
      return {};
  }
}

/** STIX wants a position or a country of every location. */
function locationOf(actor: ActorNode, country: ActorNode | undefined): (StixObject & { readonly type: string }) | undefined {
  const [longitude = Number.NaN, latitude = Number.NaN] = [actor.extra.coords ?? []].flat().map(Number);
  const at = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : {};
  const code = country?.ids.iso3166;
  const land = code !== undefined && /^[A-Za-z]{2}$/.test(code) ? { country: code.toUpperCase() } : {};
  return Object.keys({ ...at, ...land }).length === 0 ? undefined : { type: "location", ...at, ...land };
}

function customOf({ kind }: ActorNode): StixObject & { readonly type: string } {
  return { type: ACTOR_TYPE, actor_kind: kind };
}

function fieldsSchema(): StixObject {
  const columns = [...ACTOR_COLUMNS, ...RELATION_COLUMNS, ...CLAIM_COLUMNS, ...SOURCE_COLUMNS];
  const reference = { type: "string", pattern: "^[a-z][a-z0-9-]+--[0-9a-f-]{36}$" };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    properties: {
      extension_type: { const: "property-extension" },
      entente_id: { type: "string" },
      ...Object.fromEntries(columns.map(({ name, field }) => [name, { type: JSON_TYPES[field.type] }])),
      speaker_ref: reference,
      publisher_ref: reference,
    },
    required: ["extension_type"],
    additionalProperties: false,
  };
}

function actorSchema(): StixObject {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    properties: {
      type: { const: ACTOR_TYPE },
      name: { type: "string" },
      description: { type: "string" },
      actor_kind: { enum: ["instrument", "event", "activity", "materiel", "facility", "place"] },
    },
    required: ["type", "name", "actor_kind"],
  };
}
