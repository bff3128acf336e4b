import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../src/export/dossier/blocks.ts";
import { extractOf } from "../../src/export/extract.ts";
import { relationLabel } from "../../src/export/fields.ts";
import { parseJsonExport } from "../../src/export/formats/json.ts";
import type { Recipe } from "../../src/export/recipe.ts";
import { stampOf } from "../../src/export/stamp.ts";
import { EVERYTHING } from "../../src/graph/query/filter.ts";
import type { ActorId } from "../../src/model/ids.ts";
import { REPORT_SCRIPT, REPORT_STYLE, SCRIPT_HASH, STYLE_HASH } from "../../src/view/report-page.ts";
import { datasetArb } from "../support/arbitraries.ts";
import { extracted, fixtureOf, HOSTILE_LABELS, hostileDataset } from "../support/hostile.ts";
import { formatNamed, TOOL, textOfExport } from "../support/read-exports.ts";

const HOSTILE = extracted(fixtureOf(hostileDataset(HOSTILE_LABELS)));

describe("a dossier", () => {
  it("points only to relations, claims and sources that stand in it, each once", () => {
    let hops = 0;
    fc.assert(
      fc.property(datasetArb({ minClaims: 6, maxActors: 5 }), fc.boolean(), (data, isStrict) => {
        const fixture = fixtureOf(data);
        const [from, to] = [...fixture.graph.actors.keys()] as [ActorId, ActorId];
        const recipe: Recipe = {
          scope: { kind: "path", query: { from: [from], to: [to], slots: true } },
          filter: isStrict ? {} : EVERYTHING,
        };
        const found = extractOf(fixture.graph, recipe, fixture.claims);
        if (!found.ok) return;
        const blocks = [...documentOf(found.value, stampOf(found.value, { format: "markdown", tool: TOOL }))];
        const ids = blocks.flatMap((b) => b.id ?? []);
        const refs = blocks.flatMap((b) => b.ref ?? []);
        hops += blocks.filter((b) => b.text.startsWith("Hop ")).length;
        expect(new Set(ids).size).toBe(ids.length);
        expect(refs.filter((ref) => !ids.includes(ref))).toEqual([]);
        expect(ids).toEqual(expect.arrayContaining(found.value.relations.map((r) => r.edge.id)));
        expect(ids).toEqual(expect.arrayContaining([...found.value.claims.keys()]));
      }),
      { numRuns: 60 },
    );
    expect(hops).toBeGreaterThan(20);
  });

  it("in Markdown lets no label be a mark: one line a block, no HTML, every sentence in it", () => {
    const text = textOfExport(HOSTILE, formatNamed("markdown"));
    const lines = text.split("\n").filter((l) => l !== "");
    expect(lines.filter((line) => !/^(#{1,4} |( {2})?- |\w)/.test(line))).toEqual([]);
    expect(text.replace(/<https?:[^>]*>$/gm, "")).not.toMatch(/(^|[^\\])</);
    const plain = text.replace(/\\([\\`*_[\]<>#&!|~$+\-.)])/g, "$1");
    for (const relation of HOSTILE.relations)
      expect(plain).toContain(relationLabel(HOSTILE, relation).replace(/\s+/g, " ").trim());
  });
});

describe("the report", () => {
  const html = textOfExport(HOSTILE, formatNamed("html"));

  it("runs nothing but its own script and style, by the hashes its policy names", () => {
    const hash = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
    expect([SCRIPT_HASH, STYLE_HASH]).toEqual([hash(REPORT_SCRIPT), hash(REPORT_STYLE)]);
    expect(html).toContain(`default-src 'none'; script-src '${SCRIPT_HASH}'; style-src '${STYLE_HASH}'`);
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script>/g)).toHaveLength(2);
  });

  it("fetches nothing: no address but in links to sources", () => {
    const addresses = [...html.matchAll(/\b(src|href|url|data|action)\s*=\s*["']?([^"'\s>]*)/gi)].filter(
      ([, , to]) => to !== "" && !to?.startsWith("#"),
    );
    expect(addresses.map((m) => m[2]).filter((to) => !/^https?:\/\//.test(to ?? ""))).toEqual([]);
    expect(html).not.toMatch(/@import|url\(/);
  });

  it("holds the data, which opens again", () => {
    const json = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? "";
    const opened = parseJsonExport(JSON.parse(json), "report.html");
    expect(opened.ok && opened.value.graph.relations.size).toBe(300);
  });
});
