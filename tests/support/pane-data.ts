// Answers: what dataset of a few claims has support, opposition, a violation, a denial, contradictory figures, a correction, a withdrawal?
import type { Page } from "playwright-core";
import { buildGraph, orderedClaimsOf } from "../../src/graph/build.ts";
import type { EntenteGraph } from "../../src/graph/graph.ts";
import { writeSnapshot } from "../../src/graph/write-snapshot.ts";
import { type ActorId, claimIdOf, kindOf, type SourceId } from "../../src/model/ids.ts";
import type { Actor, Claim, Dataset, SourceRecord } from "../../src/model/records.ts";
import { relationType, sha256Hex, VOCABULARY } from "./arbitraries.ts";

type Row = readonly [from: string, type: string, to: string, more?: Partial<Claim>];

const SUPPLIES = relationType("supplies", {
  verb: { third: "supplies", base: "supply" },
  phrase: "{from} {verb}[ {item} to] {to}",
  polarity: "supportive",
  keyBy: ["item"],
  slots: { item: { kinds: ["materiel"] } },
  quantity: true,
});
const ALLIED = relationType("allied-with", {
  verb: { third: "is allied with", base: "be allied with" },
  polarity: "supportive",
  symmetric: true,
});
const ATTACKS = relationType("attacks", { verb: { third: "attacks", base: "attack" }, polarity: "hostile" });
const VIOLATES = relationType("violates", {
  verb: { third: "violates", base: "violate" },
  polarity: "legal",
  chainable: false,
  to: ["instrument"],
  slots: { conduct: { kinds: ["activity", "event"] } },
});

const LABELS: Readonly<Record<string, string>> = {
  "state/no": "Northland",
  "state/ea": "Eastland",
  "state/so": "Southland",
  "state/we": "Westland",
  "state/is": "Isleland",
  "org/daily": "the Daily",
  "org/herald": "the Herald",
  "instrument/resolution": "Resolution 1",
  "activity/arms-trade": "the arms trade",
  "materiel/shells": "shells",
};

const SHELLS: Partial<Claim> = { slots: { item: "materiel/shells" } };
const ALLEGED: Partial<Claim> = { status: "alleged" };
const rounds = (n: number): Partial<Claim> => ({ quantity: { min: n, max: n, unit: "rounds" } });

const SOURCES: ReadonlyArray<readonly [Partial<SourceRecord> & { readonly id: SourceId }, readonly Row[]]> = [
  [
    {
      id: "source/daily" as SourceId,
      publisher: "org/daily" as ActorId,
      title: "Ships and shells",
      published: "2024-01-10",
      reliability: "B",
    },
    [
      ["state/no", "supplies", "state/ea", { ...SHELLS, ...ALLEGED }],
      ["state/ea", "supplies", "state/so", { ...SHELLS, ...rounds(10), time: "2023-10" }],
      ["state/no", "attacks", "state/we"],
      ["state/is", "attacks", "state/we", ALLEGED],
      ["state/no", "violates", "instrument/resolution", { ...ALLEGED, slots: { conduct: "activity/arms-trade" } }],
      ["state/no", "allied-with", "state/ea"],
    ],
  ],
  [
    {
      id: "source/herald" as SourceId,
      publisher: "org/herald" as ActorId,
      title: "Denials",
      published: "2024-06-01",
      reliability: "C",
    },
    [
      [
        "state/no",
        "supplies",
        "state/ea",
        { ...SHELLS, status: "denied", by: { actor: "state/ea" as ActorId, voice: "official-named" } },
      ],
      ["state/ea", "supplies", "state/so", { ...SHELLS, curatorNote: "The record of the port says otherwise." }],
      ["state/we", "allied-with", "state/is"],
    ],
  ],
  [
    {
      id: "source/late" as SourceId,
      title: "A later reckoning",
      published: "2025-02-01",
      reliability: "D",
      corrections: [{ date: "2025-03-01", note: "The figure was corrected." }],
    },
    [
      ["state/ea", "supplies", "state/so", { ...SHELLS, ...rounds(500) }],
      ["state/is", "supplies", "state/we", { ...SHELLS, retracted: "2025-04-01" }],
      ["state/we", "allied-with", "state/is"],
    ],
  ],
];

export function paneDataset(): Dataset {
  return {
    info: { id: "panes", title: "Panes", version: "1", license: "CC0", description: "d" },
    vocabulary: { ...VOCABULARY, types: new Map([SUPPLIES, ALLIED, ATTACKS, VIOLATES].map((t) => [t.id as string, t])) },
    actors: Object.entries(LABELS).map(([text, en]): Actor => {
      const id = text as ActorId;
      return { id, kind: kindOf(id), label: { en }, names: [], ids: {}, tags: [], extra: {} };
    }),
    sources: SOURCES.map(([more, rows]): SourceRecord => {
      const claims = rows.map(
        ([from, type, to, given], i): Claim =>
          ({
            id: claimIdOf(more.id, `c${i + 1}`),
            source: more.id,
            rel: [from, type, to],
            slots: {},
            status: "reported",
            modality: "actual",
            by: { voice: "author" },
            at: { para: i + 1, chars: [0, 1], anchor: "0123456789abcdef" },
            credibility: 3,
            opinion: false,
            paraphrase: "p",
            ...given,
          }) as Claim,
      );
      return {
        type: "article",
        publisher: "unknown",
        title: more.id,
        author: [],
        published: "2024-01-01",
        lang: "en",
        reliability: "C",
        reliabilityReason: "r",
        corrections: [],
        skipped: [],
        unstated: [],
        ...more,
        claims,
      };
    }),
    starters: [],
  };
}

export function paneGraph(): EntenteGraph {
  return buildGraph(paneDataset(), { sha256Hex });
}

/** Serves a dataset in the place of the built one. */
export function servesDataset(data: Dataset): (page: Page) => Promise<void> {
  const written = writeSnapshot(buildGraph(data, { sha256Hex }), orderedClaimsOf(data), sha256Hex);
  const files = new Map(written.map(({ name, text }) => [name, text]));
  return async (page) => {
    await page.route(/\/(?:graph\.json|claims\/.*)$/, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      return route.fulfill({ body: files.get(name) ?? "", contentType: "application/json" });
    });
  };
}
