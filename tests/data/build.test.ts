import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { build } from "../../scripts/build-graph.ts";
import { sha256Hex } from "../../scripts/read-data.ts";
import { parseClaimsFile, parseSnapshot } from "../../src/graph/snapshot.ts";
import { BASE_FILES, bytesOf, newFolder, writeFolder } from "../support/base-data.ts";

const folders: string[] = [];
function folder(): string {
  const dir = newFolder();
  folders.push(dir);
  return dir;
}
afterAll(() => {
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});

function builtFrom(files: Readonly<Record<string, string>>, target = { outDir: folder(), cacheDir: folder() }) {
  const lines: string[] = [];
  const ok = build({ dataDir: writeFolder(folder(), files), ...target }, (line) => lines.push(line));
  return { ok, lines, ...target };
}

/** Hash of every file, in the order of names. */
const contents = (dir: string): string[] => Object.values(bytesOf(dir)).map(sha256Hex);

describe("building the snapshot", () => {
  it("gives the same bytes from an empty and from a full cache", () => {
    const first = builtFrom(BASE_FILES);
    const cached = builtFrom(BASE_FILES, { outDir: folder(), cacheDir: first.cacheDir });
    expect(first.ok && cached.ok).toBe(true);
    expect(contents(cached.outDir)).toEqual(contents(first.outDir));
  });

  it("writes an index whose detail files hold every claim", () => {
    const { outDir } = builtFrom(BASE_FILES);
    const parsed = parseSnapshot(JSON.parse(readFileSync(join(outDir, "graph.json"), "utf8")));
    if (!parsed.ok) throw new Error("refused");
    const claims = parsed.value.claimFiles.files.flatMap((name) =>
      parseClaimsFile(JSON.parse(readFileSync(join(outDir, name), "utf8"))),
    );
    expect(claims.map((c) => c.id)).toEqual([...parsed.value.claims.ids()]);
    expect(claims[0]).toMatchObject({
      id: "source/one#c1",
      quantity: { min: 10, max: 20, unit: "rounds" },
      paraphrase: "Drones went to Beland.",
    });
  });

  const change = (file: string, find: string, replacement: string) => ({
    ...BASE_FILES,
    [file]: (BASE_FILES[file] ?? "").replace(find, replacement),
  });
  it.each([
    ["the label of an actor", change("actors/state/aa.yaml", "Aaland", "Aalandia")],
    ["the definition of a type", change("vocab/relations.yaml", "One thing", "Some thing")],
    ["the words of a unit", change("vocab/units.yaml", "many: rounds", "many: shells")],
    ["the title of the dataset", change("dataset.yaml", "Base", "Bases")],
    ["the paraphrase of a claim", change("sources/one.yaml", "Drones went", "Drones came")],
    ["the reason for a grade", change("sources/one.yaml", "Fictional.", "Made up.")],
    [
      "a starter",
      { ...BASE_FILES, "starters.yaml": "starters:\n  - { id: s, title: S, question: Who?, actors: [state/aa, state/bb] }\n" },
    ],
  ])("is not held back by the cache when %s changes", (_, files) => {
    const before = builtFrom(BASE_FILES);
    const warm = builtFrom(files, { outDir: folder(), cacheDir: before.cacheDir });
    const cold = builtFrom(files);
    expect(warm.ok && cold.ok).toBe(true);
    expect(contents(warm.outDir)).toEqual(contents(cold.outDir));
    expect(contents(warm.outDir)).not.toEqual(contents(before.outDir));
  });

  it("removes detail files that the new index does not name, and nothing else", () => {
    const before = builtFrom(BASE_FILES);
    writeFileSync(join(before.outDir, "favicon.svg"), "<svg/>");
    const after = builtFrom(change("sources/one.yaml", "Drones went", "Drones came"), before);
    const names = Object.keys(bytesOf(after.outDir));
    const parsed = parseSnapshot(JSON.parse(readFileSync(join(after.outDir, "graph.json"), "utf8")));
    if (!parsed.ok) throw new Error("refused");
    const { files, findings } = parsed.value.claimFiles;
    expect(names.filter((name) => name.startsWith("claims/")).sort()).toEqual([...files, ...(findings ?? [])].sort());
    expect(names).toContain("favicon.svg");
  });

  it("works for a dataset without any actor or claim", () => {
    const files = Object.fromEntries(Object.entries(BASE_FILES).filter(([name]) => !/^(actors|sources)\//.test(name)));
    const built = builtFrom(files);
    expect(built.lines.join()).toContain("0 actors");
    expect(built.ok).toBe(true);
  });
});
