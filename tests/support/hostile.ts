// Answers: which labels break writers and readers of files?

import { type Extract, extractOf } from "../../src/export/extract.ts";
import type { Recipe } from "../../src/export/recipe.ts";
import { buildGraph, orderedClaimsOf } from "../../src/graph/build.ts";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import { EVERYTHING } from "../../src/graph/query/filter.ts";
import type { Claim, Dataset } from "../../src/model/records.ts";
import { sha256Hex } from "./arbitraries.ts";
import { datasetOf } from "./small-data.ts";

const SEEDS: readonly string[] = [
  "김정은 “위원장”",
  "Ким Чен Ын",
  'الجيش "الشعبي"',
  "朝鮮人民軍",
  "two\nlines",
  "carriage\r\nreturn",
  "tab\tulator",
  "]]> and <![CDATA[ x ]]>",
  "\"double\" and 'single'",
  "a\\b, ends in \\",
  'ends in \\"',
  "\\N \\G \\n \\l escapes",
  "&amp; &lt; &#0; &nope;",
  "<script>alert(1)</script>",
  "<!-- -- --> <?php ?>",
  "=cmd|' /C calc'!A0",
  "+1-800",
  "-2+3",
  "@SUM(A1)",
  "'=already quoted",
  "''=twice",
  "\t=tabbed",
  "＝full width",
  "👩‍👩‍👧‍👦 family 🇰🇵",
  "é and e\u0301",
  "a,b;c|d",
  "'); DROP TABLE actors;--",
  "$x `y` $(z)",
  "{from} [x] %s %n",
  "  spaces around  ",
  "\u00a0no-break",
  "\u202eright to left override",
  "zero\u200bwidth",
  "*/ // # comments",
  "__proto__",
  "constructor",
  "true",
  "null",
  "0123",
  "1e999",
  "<desc>]]</desc>",
  "line\u2028separator",
];

/** 200 of them, each another: the seeds, then seeds glued to one another. */
export const HOSTILE_LABELS: readonly string[] = Array.from({ length: 200 }, (_, i) => {
  const [a = "", b = ""] = [SEEDS[i % SEEDS.length], SEEDS[(i * 7 + 3) % SEEDS.length]];
  return i < SEEDS.length ? a : `${a}${i}${b}`;
});

/** Characters that no text format can hold; written as U+FFFD. */
export const UNWRITABLE_LABELS: readonly string[] = [
  "nul\u0000",
  "esc\u001b[31m",
  "half \ud83d pair",
  "\ufffe\uffff",
  "bell\u0007",
];

/** A ring of actors with these labels, in the order of the labels; the first relation of each is alleged, every second pair also has a reported one. */
export function hostileDataset(labels: readonly string[]): Dataset {
  const ids = labels.map((_, i) => `org/a${String(i).padStart(4, "0")}`);
  const actors = Object.fromEntries(ids.map((id, i) => [id, { label: { en: labels[i] ?? "" }, names: [], summary: labels[i] }]));
  const data = datasetOf(
    ids.flatMap((id, i) => {
      const to = ids[(i + 1) % ids.length] ?? id;
      const alleged = { status: "alleged", paraphrase: labels[i], curatorNote: labels[i], time: "2024-03" } as const;
      return [
        [id, "attacks", to, {}, alleged] as const,
        ...(i % 2 === 0 ? [[id, "supplies", to, {}, { slots: { field: labels[i] ?? "" }, time: "2023/.." }] as const] : []),
      ];
    }),
    actors as Parameters<typeof datasetOf>[1],
  );
  return { ...data, sources: data.sources.map((s) => ({ ...s, title: labels[0] ?? "t", reliabilityReason: labels[1] ?? "r" })) };
}

export interface Fixture {
  readonly graph: EntenteGraph;
  readonly claims: readonly Claim[];
}

export function fixtureOf(data: Dataset): Fixture {
  return { graph: buildGraph(data, { sha256Hex }), claims: orderedClaimsOf(data) };
}

export const ALL: Recipe = { scope: { kind: "all" }, filter: EVERYTHING };

/** @throws when the recipe is refused. */
export function extracted({ graph, claims }: Fixture, recipe: Recipe = ALL): Extract {
  const found = extractOf(graph, recipe, claims);
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
}
