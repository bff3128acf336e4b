import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { jsonSchemas } from "../../scripts/json-schemas.ts";

const DIR = fileURLToPath(new URL("../../graph-data/schema", import.meta.url));

describe("the JSON Schemas", () => {
  const schemas = jsonSchemas();

  it("on disk are the ones the code gives (else: npm run data:schema)", () => {
    expect(readdirSync(DIR).sort()).toEqual([...schemas.keys()].sort());
    for (const [name, text] of schemas) expect(readFileSync(join(DIR, name), "utf8") === text, name).toBe(true);
  });

  it("refuse unknown fields and take numbers where YAML reads numbers", () => {
    const source = JSON.parse(schemas.get("source.schema.json") ?? "{}");
    expect(source.additionalProperties).toBe(false);
    expect(source.properties.paraCount.type).toBe("integer");
    const claim = source.properties.claims.items;
    expect(claim.additionalProperties).toBe(false);
    expect(claim.properties.credibility).toEqual({ type: "integer" });
    expect(claim.properties.opinion.type).toBe("boolean");
  });
});
