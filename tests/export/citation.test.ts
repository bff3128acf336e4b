import { createRequire } from "node:module";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citeCommand } from "../../scripts/cli/cite-command.ts";
import { UsageError } from "../../scripts/cli/query-options.ts";
import { type Cited, citationText } from "../../src/export/citation.ts";
import { writable } from "../../src/export/text.ts";
import type { EntenteGraph, SourceNode } from "../../src/graph/graph.ts";
import type { SourceId } from "../../src/model/ids.ts";
import { SOURCE_TYPES } from "../../src/model/kinds.ts";
import { anyText } from "../support/arbitraries.ts";
import { entente } from "../support/command-line.ts";
import { fixtureOf, HOSTILE_LABELS, UNWRITABLE_LABELS } from "../support/hostile.ts";
import { datasetOf } from "../support/small-data.ts";

interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: ReadonlyArray<{ readonly literal?: string; readonly family?: string; readonly given?: string }>;
  readonly issued?: { readonly "date-parts"?: ReadonlyArray<readonly number[]>; readonly literal?: string };
  readonly URL?: string;
  readonly note?: string;
  readonly version?: string;
  readonly publisher?: string;
  readonly "container-title"?: string;
}
const require = createRequire(import.meta.url);
const { plugins } = require("@citation-js/core");
require("@citation-js/plugin-bibtex");

/** By citation.js, which knows nothing of us. */
function readBibtex(text: string): CslItem[] {
  return plugins.input.chain(text, { generateGraph: false });
}

const GRAPH = fixtureOf(datasetOf([["state/aa", "attacks", "state/bb"]], { "org/paper": { label: { en: "the Paper" } } })).graph;
const [SOURCE] = GRAPH.sources.values();

function withSources(more: readonly Partial<SourceNode>[]): { readonly graph: EntenteGraph; readonly ids: SourceId[] } {
  if (SOURCE === undefined) throw new Error("no source");
  const sources = more.map((change, i) => ({ ...SOURCE, id: `source/s${i}` as SourceId, ...change }));
  return { graph: { ...GRAPH, sources: new Map(sources.map((s) => [s.id, s])) }, ids: sources.map((s) => s.id) };
}

/** BibTeX knows no runs of blanks. */
const oneLine = (text: string): string => writable(text).replace(/\s+/g, " ").trim();
const bibtexOf = (graph: EntenteGraph, cited: readonly Cited[]): string => citationText(graph, cited, "bibtex");
const nameOf = (author: NonNullable<CslItem["author"]>[number]): string =>
  author.literal ?? [author.given, author.family].filter((part) => part !== undefined).join(" ");

describe("a citation", () => {
  it("of the dataset names version, content and licence, in both formats", () => {
    const graph = { ...GRAPH, hash: "ab".repeat(32) };
    const [read] = readBibtex(bibtexOf(graph, ["dataset"]));
    const [csl] = JSON.parse(citationText(graph, ["dataset"], "csl-json")) as CslItem[];
    for (const item of [read, csl]) {
      expect(item?.title).toBe("Small");
      expect(item?.note).toBe(`Dataset small, version 1; content SHA-256 ${graph.hash}. Licence: CC0`);
      expect(item?.version).toBe("1");
    }
    expect([read?.id, csl?.id, csl?.type]).toEqual(["small-1", "small-1", "dataset"]);
  });

  it("of each type of source is read by citation.js with title, author, publisher, date and address", () => {
    const url = "https://example.org/a_b%20c?d=1&e=%C3%A9#f~g";
    const { graph, ids } = withSources(
      SOURCE_TYPES.map((type) => ({ type, url, publisher: "org/paper" as never, published: "2024-05-10" })),
    );
    const csl = JSON.parse(citationText(graph, ids, "csl-json")) as CslItem[];
    const read = readBibtex(bibtexOf(graph, ids));
    expect(read).toHaveLength(SOURCE_TYPES.length);
    for (const item of [...read, ...csl]) {
      expect(item).toMatchObject({ title: "The source", URL: url, issued: { "date-parts": [[2024, 5, 10]] } });
      expect(item.author?.map(nameOf)).toEqual(["A. Writer"]);
    }
    const holders = csl.map((item) => item.publisher ?? item["container-title"]);
    expect(new Set(holders)).toEqual(new Set(["Paper"]));
    expect(read.slice(0, 3).map((item) => item["container-title"] ?? item.publisher)).toEqual(Array(3).fill("Paper"));
  });

  it("says no more of a date than is recorded", () => {
    const { graph, ids } = withSources(
      ["2024", "2024-05", "2024-05-10", "2025-04/2025-05", "2024~"].map((published) => ({ published })),
    );
    const csl = JSON.parse(citationText(graph, ids, "csl-json")) as CslItem[];
    expect(csl.map((item) => item.issued)).toEqual([
      { "date-parts": [[2024]] },
      { "date-parts": [[2024, 5]] },
      { "date-parts": [[2024, 5, 10]] },
      { literal: "2025-04/2025-05" },
      { literal: "2024~" },
    ]);
    const read = readBibtex(bibtexOf(graph, ids));
    expect(read.map((item) => item.issued?.["date-parts"]?.[0])).toEqual([
      [2024],
      [2024, 5],
      [2024, 5, 10],
      undefined,
      undefined,
    ]);
    expect(read.map((item) => item.note).slice(3)).toEqual(["Published 2025-04/2025-05", "Published 2024~"]);
  });

  it("brings every hostile title and author through BibTeX and CSL-JSON, each author one name", () => {
    const labels = [...HOSTILE_LABELS, ...UNWRITABLE_LABELS].filter((label) => oneLine(label) !== "");
    const { graph, ids } = withSources(labels.map((title) => ({ title, authors: [title, "Kim and Park, Jr.", "Второй"] })));
    const read = readBibtex(bibtexOf(graph, ids));
    expect(read.map((item) => item.title)).toEqual(labels.map(oneLine));
    expect(read.map((item) => item.author?.map(nameOf))).toEqual(labels.map((l) => [oneLine(l), "Kim and Park, Jr.", "Второй"]));
    const csl = JSON.parse(citationText(graph, ids, "csl-json")) as CslItem[];
    expect(csl.map((item) => item.title)).toEqual(labels.map(writable));
    expect(csl.map((item) => item.author?.map(nameOf)[0])).toEqual(labels.map(writable));
  });

  it("has balanced braces, an ASCII key and no line of its own making, whatever the texts are", () => {
    fc.assert(
      fc.property(anyText, anyText, (title, author) => {
        const { graph, ids } = withSources([{ title, authors: [author], publishedInferred: title }]);
        const text = bibtexOf(graph, ids);
        let depth = 0;
        for (const c of text.replace(/\\textbrace(left|right)\{\}/g, "").replace(/\\[&%$#_]/g, "")) {
          depth += c === "{" ? 1 : c === "}" ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(text).toMatch(/^@article\{s0,\n(?: {2}[a-z]+ = [^\n]*\n)+\}\n$/);
      }),
    );
  });
});

describe("entente cite", () => {
  const loaded = fixtureOf(datasetOf([["state/aa", "attacks", "state/bb"]]));
  const cite = (words: readonly string[], values: Parameters<typeof citeCommand>[3]) =>
    citeCommand(loaded, () => ({ ...loaded.graph, hash: "ab" }), words, values);

  it("gives the dataset, sources by id or slug, or all, and refuses what it does not know", () => {
    expect(cite([], {}).text).toMatch(/^@misc\{small-1,\n[\s\S]*content SHA-256 ab\. Licence: CC0/);
    for (const name of ["s", "source/s"]) expect(cite([name], {}).text).toContain("@article{s,");
    expect(readBibtex(cite([], { all: true }).text).map((item) => item.id)).toEqual(["small-1", "s"]);
    expect(JSON.parse(cite(["s"], { format: "csl-json" }).text)).toHaveLength(1);
    expect(() => cite(["t"], {})).toThrow(UsageError);
    expect(() => cite([], { format: "bibtxe" })).toThrow(/bibtex/);
    expect(() => cite(["s"], { all: true })).toThrow(UsageError);
    expect(() => cite([], { out: "/no/such/folder/a.bib" })).toThrow(/No folder/);
  });

  it("answers on the command line", async () => {
    const { code, out } = await entente("cite", "admission-and-international-law", "--format", "csl-json");
    expect(code).toBe(0);
    expect(JSON.parse(out)[0]).toMatchObject({ id: "admission-and-international-law", type: "article-newspaper" });
  });
});
