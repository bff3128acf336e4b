// Answers: npm run data:schema. Writes graph-data/schema/*.schema.json.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { jsonSchemas } from "./json-schemas.ts";

const DIR = fileURLToPath(new URL("../graph-data/schema", import.meta.url));
mkdirSync(DIR, { recursive: true });
const schemas = jsonSchemas();
for (const name of readdirSync(DIR)) if (!schemas.has(name)) rmSync(join(DIR, name));
for (const [name, text] of schemas) writeFileSync(join(DIR, name), text);
console.log(`${schemas.size} schemas in ${DIR}`);
