// Answers: what do the OASIS schemas, and the rules of STIX 2.1 that no schema can say, find wrong with a bundle?
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const FOLDER = fileURLToPath(new URL("../fixtures/stix-schemas", import.meta.url));
const BASE = "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas";
const SCHEMA_OF: Readonly<Record<string, string>> = {
  identity: "sdos/identity",
  location: "sdos/location",
  note: "sdos/note",
  report: "sdos/report",
  relationship: "sros/relationship",
  "marking-definition": "common/marking-definition",
  "extension-definition": "common/extension-definition",
};
/** Named by a UUID of version 5. */
const STIX_FORM = /^[a-z][a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

export interface StixBundle {
  readonly type: string;
  readonly id: string;
  readonly objects: readonly StixObject[];
}

function schemaFiles(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
}

/** The schemas escape a hyphen, which JavaScript refuses in its Unicode mode. */
const AJV = new Ajv2020({ allErrors: true, strict: false, unicodeRegExp: false });
(addFormats as unknown as (ajv: Ajv2020) => void)(AJV);
for (const name of schemaFiles()) AJV.addSchema(JSON.parse(readFileSync(join(FOLDER, name), "utf8")));

/** Each fault with the object's id; objects of our own type are checked as core objects and by the schema their definition brings. */
export function stixFaults(bundle: StixBundle): string[] {
  const { objects } = bundle;
  const faults = bundle.type === "bundle" && STIX_FORM.test(bundle.id) ? [] : ["no bundle"];
  const ids = new Set(objects.map((o) => o.id));
  const uuids = new Set(objects.map((o) => o.id.split("--")[1]));
  if (uuids.size !== objects.length) faults.push("a UUID is used twice");
  const definitions = new Map(
    objects.filter((o) => o.type === "extension-definition").map((o) => [o.id, AJV.compile(JSON.parse(String(o.schema)))]),
  );
  for (const object of objects) {
    const say = (fault: string): number => faults.push(`${object.id}: ${fault}`);
    const validate = AJV.getSchema(`${BASE}/${SCHEMA_OF[object.type] ?? "common/core"}.json`);
    if (validate === undefined) throw new Error(`no schema for ${object.type}`);
    if (validate(object) !== true) say(AJV.errorsText(validate.errors));
    if (!STIX_FORM.test(object.id) || !object.id.startsWith(`${object.type}--`)) say("not an id of its type");
    if (String(object.modified ?? object.created) < String(object.created)) say("modified before it was created");
    const { start_time: start, stop_time: stop } = object;
    if (start !== undefined && stop !== undefined && String(stop) <= String(start)) say("stops before it starts");
    for (const [id, extension] of Object.entries((object.extensions ?? {}) as Record<string, { extension_type: string }>)) {
      const schema = definitions.get(id);
      if (schema === undefined) say(`no definition of ${id}`);
      else if (schema(extension.extension_type === "new-sdo" ? object : extension) !== true) say(AJV.errorsText(schema.errors));
    }
    if (SCHEMA_OF[object.type] === undefined && !JSON.stringify(object.extensions).includes("new-sdo")) say("undefined type");
    for (const reference of referencesIn(object)) if (!ids.has(reference)) say(`refers to ${reference}, which is not there`);
    if (hasEmptyList(object)) say("an empty list");
  }
  return faults;
}

function referencesIn(value: unknown, key = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => referencesIn(item, key.replace(/_refs$/, "_ref")));
  if (value !== null && typeof value === "object")
    return Object.entries(value).flatMap(([name, item]) => referencesIn(item, name));
  return /_ref$/.test(key) && typeof value === "string" ? [value] : [];
}

function hasEmptyList(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0 || value.some(hasEmptyList);
  return value !== null && typeof value === "object" && Object.values(value).some(hasEmptyList);
}
