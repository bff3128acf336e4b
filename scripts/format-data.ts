// Answers: npm run data:format [-- --check --data DIR]. Writes data files in canonical form: the same record, the same bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Document, isMap, isScalar, isSeq, type Node, visit } from "yaml";
import { issueText } from "../src/model/issue.ts";
import { fieldOrderOf } from "../src/model/schemas.ts";
import { parseYaml, readText, yamlFilesOf } from "./read-data.ts";

/** Keys whose value stands on one line. */
const FLOW = new Set([
  "rel",
  "attr",
  "by",
  "at",
  "chars",
  "quantity",
  "seenIn",
  "label",
  "ids",
  "inverse",
  "verb",
  "from",
  "to",
  "keyBy",
  "coords",
  "tags",
  "nationality",
  "kinds",
  "values",
  "author",
]);
/** Lists whose entries each stand on one line. */
const FLOW_ITEMS = new Set(["names", "skipped", "unstated", "units", "corrections"]);

/** Canonical text of a well-formed document: fields in schema order, one form of quoting, NFC. */
export function formatted(doc: Document.Parsed, name: string): string {
  const order = fieldOrderOf(name);
  visit(doc, {
    Map: (key, map, path) => {
      const rank = (item: { key: unknown }): number => {
        const at = order.indexOf(isScalar(item.key) ? String(item.key.value) : "");
        return at === -1 ? order.length : at;
      };
      const parent = path.filter((p) => "key" in (p as object)).at(-1) as { key?: Node } | undefined;
      const owner = isScalar(parent?.key) ? String(parent.key.value) : "";
      if (owner !== "slots" && owner !== "label" && owner !== "ids" && !name.startsWith("vocab/"))
        map.items.sort((a, b) => rank(a) - rank(b));
      const isVocab = name.startsWith("vocab/");
      map.flow =
        FLOW.has(owner) ||
        (owner === "slots" && !isVocab) ||
        (isVocab && path.length > 7) ||
        (typeof key === "number" && FLOW_ITEMS.has(owner)) ||
        isInFlow(path);
      map.spaceBefore = false;
      return undefined;
    },
    Seq: (_, seq, path) => {
      const parent = path.filter((p) => "key" in (p as object)).at(-1) as { key?: Node } | undefined;
      const owner = isScalar(parent?.key) ? String(parent.key.value) : "";
      seq.flow = FLOW.has(owner) || isInFlow(path) || name === "vocab/subtypes.yaml";
      return undefined;
    },
    Scalar: (_, scalar) => {
      if (typeof scalar.value !== "string") return;
      scalar.value = scalar.value.normalize("NFC");
      scalar.type = "PLAIN";
    },
  });
  return doc.toString({ lineWidth: 0, flowCollectionPadding: false, indentSeq: true });
}

function isInFlow(path: readonly unknown[]): boolean {
  return path.some((p) => (isMap(p) || isSeq(p)) && p.flow === true);
}

function main(): void {
  const { values } = parseArgs({ options: { check: { type: "boolean" }, data: { type: "string" } } });
  const dir = values.data ?? fileURLToPath(new URL("../graph-data", import.meta.url));
  let failed = 0;
  let changed = 0;
  for (const name of yamlFilesOf(dir)) {
    const file = readText(dir, name);
    const doc = file.ok ? parseYaml(file.value) : file;
    if (!doc.ok) {
      for (const found of doc.issues) console.error(issueText(found));
      failed += 1;
      continue;
    }
    const text = formatted(doc.value as Document.Parsed, name);
    if (text === readFileSync(join(dir, name), "utf8")) continue;
    changed += 1;
    if (values.check === true) console.error(`${name} is not in canonical form → npm run data:format`);
    else writeFileSync(join(dir, name), text);
  }
  console.log(`${changed} ${changed === 1 ? "file" : "files"} ${values.check === true ? "to format" : "formatted"}`);
  process.exitCode = failed > 0 || (values.check === true && changed > 0) ? 1 : 0;
}

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === process.argv[1]) main();
