// Answers: what does a data folder hold, and where in its files is what is wrong with it?
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseAllDocuments,
  visit,
  type YAMLMap,
} from "yaml";
import { checkDataset } from "../src/model/check.ts";
import { FORBIDDEN_KEYS } from "../src/model/ids.ts";
import { type Issue, type IssuePath, issue, type Result } from "../src/model/issue.ts";
import {
  type Expectations,
  parseActor,
  parseDatasetInfo,
  parseExpectations,
  parseRelationTypes,
  parseSource,
  parseStarters,
  parseSubtypes,
  parseTours,
  parseUnits,
} from "../src/model/parse.ts";
import type { Actor, Dataset, RelationType, SourceRecord, Starter, Tour, Unit } from "../src/model/records.ts";

export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export interface DataRead {
  readonly dataset?: Dataset;
  readonly expectations?: Expectations;
  /** All issues, errors and warnings, sorted by file and position. */
  readonly issues: readonly Issue[];
  readonly files: number;
  /** Files whose parsed form came from the cache. */
  readonly cached: number;
}

export interface ReadOptions {
  /** Folder of the parse cache; nothing is cached when absent. */
  readonly cacheDir?: string;
  /** Called after each file read, for a progress line. */
  readonly onProgress?: (done: number, total: number) => void;
}

interface DataFile {
  /** Relative to the data folder, forward slashes. */
  readonly name: string;
  readonly text: string;
}

const REQUIRED = ["dataset.yaml", "vocab/relations.yaml", "vocab/subtypes.yaml", "vocab/units.yaml"] as const;

/** Reads, parses and checks a whole data folder; every issue found is returned, with line and column. */
export function readData(dir: string, options: ReadOptions = {}): DataRead {
  const issues: Issue[] = [];
  const texts = new Map<string, string>();
  const names = yamlFilesOf(dir);
  let cached = 0;
  const values = new Map<string, unknown>();
  for (const [i, name] of names.entries()) {
    const file = readText(dir, name);
    if (file.ok) {
      texts.set(name, file.value.text);
      const parsed = parsedYaml(file.value, options.cacheDir);
      if (parsed.fromCache) cached += 1;
      if (parsed.result.ok) values.set(name, parsed.result.value);
      else issues.push(...parsed.result.issues);
    } else issues.push(...file.issues);
    options.onProgress?.(i + 1, names.length);
  }
  for (const name of REQUIRED)
    if (!names.includes(name)) issues.push(issue("file-missing", name, [], { value: name, remedy: `add ${name}` }));
  const records = parseRecords(values, issues);
  const declared = names.map(idOfFile).filter((id) => id !== undefined);
  const isWhole = records.dataset !== undefined && !issues.some((i) => i.severity === "error");
  if (records.dataset !== undefined) issues.push(...checkDataset(records.dataset, { ...records, declared }));
  const placed = placedIssues(issues, texts);
  const ok = isWhole && !placed.some((i) => i.severity === "error");
  return {
    ...(ok ? { dataset: records.dataset, expectations: records.expectations } : {}),
    issues: placed,
    files: names.length,
    cached,
  };
}

/** Issues about the files of a data folder with line and column, sorted by place. */
export function issuesWithPlaces(dir: string, issues: readonly Issue[]): readonly Issue[] {
  const texts = new Map<string, string>();
  for (const name of new Set(issues.map((i) => i.file))) {
    const file = existsSync(join(dir, name)) ? readText(dir, name) : undefined;
    if (file?.ok === true) texts.set(name, file.value.text);
  }
  return placedIssues(issues, texts);
}

function placedIssues(issues: readonly Issue[], texts: ReadonlyMap<string, string>): readonly Issue[] {
  return issues.map((i) => withPosition(i, texts)).sort(byPlace);
}

export function sha256Hex(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Every `.yaml` file of a data folder, sorted. */
export function yamlFilesOf(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((name) => !name.startsWith("schema/"))
    .sort();
}

/** The text of one data file; refuses what is too large or not UTF-8. */
export function readText(dir: string, name: string): Result<DataFile> {
  const bytes = readFileSync(join(dir, name));
  if (bytes.length > MAX_FILE_BYTES)
    return {
      ok: false,
      issues: [
        issue("file-too-large", name, [], {
          value: `${bytes.length} bytes`,
          remedy: `split it: at most ${MAX_FILE_BYTES} bytes`,
        }),
      ],
    };
  try {
    return { ok: true, value: { name, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) } };
  } catch {
    return { ok: false, issues: [issue("file-encoding", name, [], { remedy: "save the file as UTF-8" })] };
  }
}

/** One YAML document with text scalars only; errors, warnings and every feature beyond maps, lists and text are refused. */
export function parseYaml(file: DataFile): Result<Document.Parsed> {
  const lines = new LineCounter();
  const docs = parseAllDocuments(file.text, {
    schema: "failsafe",
    version: "1.2",
    uniqueKeys: true,
    lineCounter: lines,
    stringKeys: true,
  });
  const issues: Issue[] = [];
  const add = (code: Parameters<typeof issue>[0], offset: number, detail: string, value?: string): void => {
    const { line, col } = lines.linePos(offset);
    issues.push({ ...issue(code, file.name, [], { detail, ...(value === undefined ? {} : { value }) }), line, col });
  };
  const [doc, second] = Array.isArray(docs) ? docs : [];
  if (doc === undefined) add("yaml-syntax", 0, "The file is empty.");
  if (second !== undefined) add("yaml-feature", second.range[0], "The file holds several documents.");
  for (const error of [...(doc?.errors ?? []), ...(doc?.warnings ?? [])]) {
    const code =
      error.code === "DUPLICATE_KEY"
        ? "yaml-duplicate-key"
        : error.code === "TAG_RESOLVE_FAILED"
          ? "yaml-feature"
          : "yaml-syntax";
    add(code, error.pos[0], error.message.split("\n")[0] ?? "");
  }
  const directive = /^%/m.exec(file.text);
  if (directive !== null) add("yaml-feature", directive.index, "Remove the directive.");
  if (doc !== undefined) addFeatures(doc, add);
  return issues.length === 0 && doc !== undefined ? { ok: true, value: doc as Document.Parsed } : { ok: false, issues };
}

function addFeatures(
  doc: Document,
  add: (code: "yaml-feature" | "key-forbidden" | "depth-limit", offset: number, detail: string, value?: string) => void,
): void {
  visit(doc, {
    Alias: (_, node) =>
      add("yaml-feature", node.range?.[0] ?? 0, "Write the value out in place of the alias.", `*${node.source}`),
    Node: (_, node, path) => {
      const { anchor, tag, range } = node as Node & { anchor?: string; tag?: string };
      if (anchor !== undefined) add("yaml-feature", range?.[0] ?? 0, "Remove the anchor.", `&${anchor}`);
      if (tag?.startsWith("!") === true) add("yaml-feature", range?.[0] ?? 0, "Remove the tag.", tag);
      if (path.length > 60) {
        add("depth-limit", range?.[0] ?? 0, "");
        return visit.BREAK;
      }
      return undefined;
    },
    Pair: (_, pair) => {
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      if (FORBIDDEN_KEYS.has(key)) add("key-forbidden", (pair.key as Node).range?.[0] ?? 0, "Remove it.", key);
    },
  });
}

/** Parsed plain value of a file, from the cache when its text is unchanged. Only well-formed files are cached. */
function parsedYaml(file: DataFile, cacheDir: string | undefined): { result: Result<unknown>; fromCache: boolean } {
  const cacheFile = cacheDir === undefined ? undefined : join(cacheDir, `${sha256Hex(`1\n${file.text}`)}.json`);
  if (cacheFile !== undefined && existsSync(cacheFile)) {
    try {
      return { result: { ok: true, value: JSON.parse(readFileSync(cacheFile, "utf8")) as unknown }, fromCache: true };
    } catch {
      // A cut-off cache file is read again from its source.
    }
  }
  const doc = parseYaml(file);
  if (!doc.ok) return { result: doc, fromCache: false };
  const value: unknown = doc.value.toJS();
  if (cacheFile !== undefined && cacheDir !== undefined) {
    mkdirSync(cacheDir, { recursive: true });
    writeFileSync(cacheFile, JSON.stringify(value));
  }
  return { result: { ok: true, value }, fromCache: false };
}

function idOfFile(name: string): string | undefined {
  const [, actor, source] = /^(?:actors\/(.+)|(sources\/.+))\.ya?ml$/.exec(name) ?? [];
  return actor ?? source?.replace(/^sources/, "source");
}

interface Records {
  readonly dataset?: Dataset;
  readonly expectations?: Expectations;
  readonly fileOfActor: (index: number) => string;
  readonly fileOfSource: (index: number) => string;
}

function parseRecords(values: ReadonlyMap<string, unknown>, issues: Issue[]): Records {
  const actors: Actor[] = [];
  const actorFiles: string[] = [];
  const sources: SourceRecord[] = [];
  const sourceFiles: string[] = [];
  let starters: readonly Starter[] = [];
  let tours: readonly Tour[] = [];
  let types: readonly RelationType[] = [];
  let subtypes: ReadonlyMap<string, readonly string[]> = new Map();
  let units: readonly Unit[] = [];
  let info: Dataset["info"] | undefined;
  let expectations: Expectations | undefined;
  const take = <T>(result: Result<T>): T | undefined => {
    if (result.ok) return result.value;
    issues.push(...result.issues);
    return undefined;
  };
  for (const [name, value] of values) {
    if (name.startsWith("actors/")) {
      const actor = take(parseActor(value, name));
      if (actor === undefined) continue;
      actors.push(actor);
      actorFiles.push(name);
    } else if (name.startsWith("sources/")) {
      const source = take(parseSource(value, name));
      if (source === undefined) continue;
      sources.push(source);
      sourceFiles.push(name);
    } else if (name === "vocab/relations.yaml") types = take(parseRelationTypes(value, name)) ?? types;
    else if (name === "vocab/subtypes.yaml") subtypes = take(parseSubtypes(value, name)) ?? subtypes;
    else if (name === "vocab/units.yaml") units = take(parseUnits(value, name)) ?? units;
    else if (name === "dataset.yaml") info = take(parseDatasetInfo(value, name));
    else if (name === "starters.yaml") starters = take(parseStarters(value, name)) ?? starters;
    else if (name === "tours.yaml") tours = take(parseTours(value, name)) ?? tours;
    else if (name === "expectations.yaml") expectations = take(parseExpectations(value, name));
    else issues.push(issue("file-unexpected", name, [], { value: name, remedy: "data lives in actors/, sources/ and vocab/" }));
  }
  const vocabulary = {
    types: new Map(types.map((t) => [t.id as string, t])),
    subtypes,
    units: new Map(units.map((u) => [u.id, u])),
  };
  const dataset = info === undefined ? undefined : { info, vocabulary, actors, sources, starters, tours };
  return {
    ...(dataset === undefined ? {} : { dataset }),
    ...(expectations === undefined ? {} : { expectations }),
    fileOfActor: (i) => actorFiles[i] ?? "",
    fileOfSource: (i) => sourceFiles[i] ?? "",
  };
}

/** Line and column of an issue's path; the nearest enclosing value when the path itself is absent. Positions are read afresh: issues are rare. */
function withPosition(found: Issue, texts: ReadonlyMap<string, string>): Issue {
  const text = texts.get(found.file);
  if (found.line !== undefined || text === undefined) return found;
  const lines = new LineCounter();
  const [doc] = parseAllDocuments(text, { schema: "failsafe", lineCounter: lines, uniqueKeys: false }) as Document.Parsed[];
  const { line, col } = lines.linePos(offsetOf(doc?.contents ?? null, found.path, found.code === "field-unknown"));
  return { ...found, line: Math.max(1, line), col: Math.max(1, col) };
}

/** Offset of a path's value; of its key where `atKey` asks so or the value is a map or list. */
function offsetOf(root: Node | null, path: IssuePath, atKey: boolean): number {
  let node = root as Node | null | undefined;
  let offset = root?.range?.[0] ?? 0;
  for (const [i, key] of path.entries()) {
    if (isMap(node)) {
      const pair: Pair | undefined = (node as YAMLMap).items.find((p) => isScalar(p.key) && p.key.value === String(key));
      if (pair === undefined) return offset;
      node = pair.value as Node | null;
      const value = isScalar(node) ? node : undefined;
      const isKeyMeant = value === undefined || (atKey && i === path.length - 1);
      offset = (isKeyMeant ? (pair.key as Node).range?.[0] : value.range?.[0]) ?? offset;
    } else if (isSeq(node)) {
      node = node.items[Number(key)] as Node | undefined;
      offset = node?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}

function byPlace(a: Issue, b: Issue): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.col ?? 0) - (b.col ?? 0) || (a.code < b.code ? -1 : 1);
}
