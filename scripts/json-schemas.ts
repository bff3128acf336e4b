// Answers: which JSON Schemas let an editor complete and check the data files?
import { z } from "zod";
import { ACTOR_KINDS } from "../src/model/kinds.ts";
import {
  ACTOR_SCHEMAS,
  DATASET_SCHEMA,
  EXPECTATIONS_SCHEMA,
  RELATIONS_SCHEMA,
  SOURCE_SCHEMA,
  STARTERS_SCHEMA,
  SUBTYPES_SCHEMA,
  TOURS_SCHEMA,
  UNITS_SCHEMA,
} from "../src/model/schemas.ts";

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(ACTOR_KINDS.map((kind) => [`actor-${kind}`, ACTOR_SCHEMAS[kind]])),
  source: SOURCE_SCHEMA,
  relations: RELATIONS_SCHEMA,
  subtypes: SUBTYPES_SCHEMA,
  units: UNITS_SCHEMA,
  dataset: DATASET_SCHEMA,
  starters: STARTERS_SCHEMA,
  tours: TOURS_SCHEMA,
  expectations: EXPECTATIONS_SCHEMA,
};

/** Text of each schema by file name. Editors read plain YAML, where `3` is a number: fields say so through `yamlType`. */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const json = z.toJSONSchema(schema, {
        io: "input",
        unrepresentable: "any",
        override: ({ zodSchema, jsonSchema }) => {
          const yamlType = (zodSchema as unknown as z.ZodType).meta()?.yamlType as string | string[] | undefined;
          if (yamlType === undefined) return;
          for (const key of ["pattern", "enum", "format", "yamlType"]) delete (jsonSchema as Record<string, unknown>)[key];
          (jsonSchema as { type?: unknown }).type = yamlType;
        },
      });
      return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`] as const;
    }),
  );
}
