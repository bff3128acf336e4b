import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXPORT_OPTIONS, exportCommand, recipeOf } from "../../scripts/cli/export-command.ts";
import { QUERY_OPTIONS, UsageError } from "../../scripts/cli/query-options.ts";
import { type Recipe, recipeWords, type Scope } from "../../src/export/recipe.ts";
import { recipeOfView } from "../../src/export/recipe-of-view.ts";
import type { RelationFilter } from "../../src/graph/query/filter.ts";
import type { ActorId, SourceId } from "../../src/model/ids.ts";
import { MODALITIES, POLARITIES } from "../../src/model/kinds.ts";
import { EMPTY_VIEW, NO_FILTERS, type ViewState } from "../../src/state/view-state.ts";
import { TYPES } from "../support/arbitraries.ts";
import { entente, ententeJson } from "../support/command-line.ts";
import { fixtureOf } from "../support/hostile.ts";
import { unzipped } from "../support/read-exports.ts";
import { datasetOf } from "../support/small-data.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "entente-export-"));
const NEAR = ["--neighbors", "North Korea"];

afterAll(() => rmSync(FOLDER, { recursive: true }));

describe("entente export", () => {
  let json = "";

  beforeAll(async () => {
    const { out, code } = await entente("export", "--format", "json", ...NEAR, "--out", FOLDER);
    expect(code).toBe(0);
    json = out.split(": ")[0] ?? "";
  });

  it("names the file by dataset, version, hash, scope and recipe, and says how much of the whole it holds", () => {
    expect(readdirSync(FOLDER)).toHaveLength(1);
    expect(json).toMatch(/dprk-russia-syria-[\d.]+-[0-9a-f]{8}-neighborhood-[0-9a-f]{8}\.json$/);
  });

  it("writes a snapshot that opens again and answers as the whole does", async () => {
    const asked = ["neighbors", "state/kp"];
    const [whole, part] = await Promise.all([ententeJson(...asked), ententeJson(...asked, "--data", json)]);
    expect(part.relations).toEqual(whole.relations);
    expect(part.actors.map((a: { id: string }) => a.id)).toEqual(whole.actors.map((a: { id: string }) => a.id));
    const checked = await entente("check", "--data", json);
    expect([checked.code, checked.out.trim()]).toEqual([0, "1 file, 0 errors, 0 warnings"]);
  });

  it("writes the same bytes again through the command in the stamp", async () => {
    const { stamp } = JSON.parse(readFileSync(json, "utf8"));
    const words = stamp.command.split(" ").slice(1);
    expect(words.slice(0, 3)).toEqual(["export", "--format", "json"]);
    expect((await entente(...words)).out).toBe(readFileSync(json, "utf8"));
  });

  it("writes what a link of the page shows, as the page places it", async () => {
    const link = "#v1=dprk-russia-syria&corner=0.0&actors=state:kp.1e.2s,ru.5k.2s";
    const { out, err } = await entente("export", "--format", "json", "--link", link);
    expect(err).toBe("");
    const { stamp, snapshot } = JSON.parse(out);
    expect(stamp.scope).toBe("what the view shows");
    expect(stamp.counts.actors[0]).toBe(2);
    expect(stamp.counts.relations[0]).toBeGreaterThan(3);
    expect(snapshot.actors.x[snapshot.actors.id.indexOf("state/kp")]).toBe(50);
  });

  it("writes tables to a file", async () => {
    const path = join(FOLDER, "tables.zip");
    const { code, out } = await entente(
      "export",
      "--format",
      "csv",
      "--from",
      "North Korea",
      "--to",
      "Syria",
      "--k",
      "2",
      "--out",
      path,
    );
    expect(code).toBe(0);
    expect(out).toMatch(/2 routes: as many as asked for; there may be more/);
    expect(Object.keys(unzipped(readFileSync(path)))).toEqual([
      "stamp.txt",
      "nodes.csv",
      "edges.csv",
      "claims.csv",
      "sources.csv",
    ]);
  });

  it("refuses with exit code 2 and the remedy, and a foreign file with 1", async () => {
    const [wrong, foreign] = await Promise.all([
      entente("export", "--format", "graphlm", "--data", json),
      entente("stats", "--data", "package.json"),
    ]);
    expect([wrong.code, wrong.out]).toEqual([2, ""]);
    expect(wrong.err).toMatch(/did you mean `graphml`/);
    expect([foreign.code, foreign.out]).toEqual([1, ""]);
    expect(foreign.err).toMatch(/package\.json error field-invalid: .*does not come from Entente/);
  });
});

const FIXTURE = fixtureOf(
  datasetOf(
    [
      ["state/aa", "attacks", "state/bb"],
      ["state/bb", "supplies", "state/cc"],
      ["state/cc", "allied-with", "state/aa"],
    ],
    { "state/dd": {} },
  ),
);

describe("wrong words for an export", () => {
  const refusalOf = (words: readonly string[]): string => {
    const options = { ...QUERY_OPTIONS, ...EXPORT_OPTIONS };
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    try {
      return exportCommand(FIXTURE, () => FIXTURE.graph, positionals, values).error ?? "";
    } catch (error) {
      if (error instanceof UsageError) return error.message;
      throw error;
    }
  };

  it.each([
    [[], /Name a format with --format: json/],
    [["--format", "graphlm"], /did you mean `graphml`/],
    [["--format", "csv"], /--out/],
    [["--format", "png"], /--format svg.*rsvg-convert --zoom 2/],
    [["--format", "pdf"], /--format svg.*rsvg-convert --format pdf/],
    [["--format", "json", "state/aa"], /--neighbors "state\/aa"/],
    [["--format", "json", "--neighbors", "state/ab"], /No single actor/],
    [["--format", "json", "--neighbors", "state/aa", "--from", "state/bb"], /exclude each other/],
    [["--format", "json", "--from", "state/aa"], /Name both ends/],
    [["--format", "json", "--from", "state/aa", "--to", "state/dd"], /Nothing to export[\s\S]*entente paths/],
    [["--format", "json", "--out", "/nowhere/at/all.json"], /No folder \/nowhere\/at: make it first/],
    [["--format", "json", "--selection"], /goes with --link/],
    [["--format", "json", "--link", "#v1=small&actors=state:aa.0.0", "--opinions"], /leave out --opinions/],
    [["--format", "json", "--link", "#v1=other&actors=state:aa.0.0"], /dataset other/],
    [["--format", "json", "--link", "#v1=small&actors=state:xx.0.0"], /state\/xx/],
    [["--format", "json", "--link", "v2=small"], /version 2/],
  ])("%j: refused with the remedy", (words, message) => {
    expect(refusalOf(words)).toMatch(message);
  });
});

function reread(recipe: Recipe): Recipe {
  const options = { ...QUERY_OPTIONS, ...EXPORT_OPTIONS };
  const { values } = parseArgs({ args: recipeWords(recipe), options });
  return recipeOf(FIXTURE.graph, values);
}

const ACTORS = [...FIXTURE.graph.actors.keys()].slice(0, 3);

const scopes: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({ kind: "all" } as const),
  fc.record({
    kind: fc.constant("neighborhood" as const),
    seeds: fc.subarray(ACTORS, { minLength: 1 }),
    depth: fc.integer({ min: 1, max: 5 }),
    direction: fc.constantFrom("in", "out", "both"),
  }),
  fc.record({
    kind: fc.constant("path" as const),
    query: fc.record(
      {
        from: fc.constant([ACTORS[0] as ActorId]),
        to: fc.subarray(ACTORS.slice(1), { minLength: 1 }),
        k: fc.integer({ min: 1, max: 9 }),
        maxHops: fc.integer({ min: 1, max: 9 }),
        direction: fc.constantFrom("in", "out", "both"),
        slots: fc.constant(true as const),
        mustPass: fc.subarray(ACTORS, { minLength: 1 }),
        avoid: fc.subarray(ACTORS, { minLength: 1 }),
        ranking: fc.constantFrom("shortest", "best-evidenced"),
        time: fc.record({ rule: fc.constantFrom("flow", "simultaneous"), atLeast: fc.constantFrom("certain", "possible") }),
      },
      { requiredKeys: ["from", "to"] },
    ),
  }),
) as fc.Arbitrary<Scope>;

const filters: fc.Arbitrary<RelationFilter> = fc.record(
  {
    types: fc
      .subarray(
        TYPES.map((t) => t.id as string),
        { minLength: 1 },
      )
      .map((ids) => new Set(ids)),
    polarities: fc.subarray([...POLARITIES], { minLength: 1 }).map((p) => new Set(p)),
    minStatus: fc.constantFrom("confirmed", "alleged"),
    modalities: fc.subarray([...MODALITIES], { minLength: 1 }).map((m) => new Set(m)),
    opinions: fc.constant(true),
    denials: fc.constant(true),
    sourcesOff: fc.constant(new Set(["source/s" as SourceId])),
    knownOn: fc.integer({ min: 0, max: 25_000 }),
    valid: fc.record({ from: fc.integer({ min: 0, max: 9_000 }), to: fc.integer({ min: 10_000, max: 25_000 }) }),
    undated: fc.constantFrom("lenient", "strict"),
  },
  { requiredKeys: [] },
);

/** Absent and undefined fields are the same to a query; an empty list is none. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, v) => (v instanceof Set ? [...v].sort() : Array.isArray(v) && v.length === 0 ? undefined : v)),
  );
}

describe("the command in a stamp", () => {
  it("asks for the recipe it came from", () => {
    fc.assert(
      fc.property(scopes, filters, fc.constantFrom(true, undefined), (scope, filter, connected) => {
        const recipe: Recipe = { scope, filter, connected };
        expect(plain(reread(recipe))).toEqual(plain(recipe));
      }),
      { numRuns: 300 },
    );
  });

  it("asks for a view by its link, its selection too", () => {
    const placed = new Map(ACTORS.map((id, i) => [id, { x: i * 10, y: i * 5 }]));
    const filtered = { ...NO_FILTERS, sourcesOff: new Set<SourceId>(), typesOff: new Set(["supplies"]), minDegree: 1 };
    const view: ViewState = { ...EMPTY_VIEW, placed, filters: filtered, selected: [ACTORS[0] as ActorId, ACTORS[1] as ActorId] };
    for (const only of ["visible", "selection"] as const) {
      const recipe = recipeOfView(FIXTURE.graph, view, only);
      const again = reread(recipe);
      expect(again).toEqual({ ...recipe, connected: undefined });
      const scope = again.scope as Extract<Scope, { kind: "view" }>;
      expect([scope.positions.size, scope.relations.size]).toEqual(only === "visible" ? [3, 2] : [2, 1]);
      expect(scope.leftOut).toContain("relation types off: supplies");
    }
  });
});
