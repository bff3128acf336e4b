// Answers: what is the dataset of these few relations, one reported claim each?
import type { ActorId, SourceId } from "../../src/model/ids.ts";
import { claimIdOf, kindOf } from "../../src/model/ids.ts";
import type { Actor, Claim, Dataset, SourceRecord } from "../../src/model/records.ts";
import { VOCABULARY } from "./arbitraries.ts";

type Row = readonly [from: string, type: string, to: string, slots?: Readonly<Record<string, string>>, more?: Partial<Claim>];

/** Actors are those the rows name, with what `actors` adds; labels default to the slug. */
export function datasetOf(rows: readonly Row[], actors: Readonly<Record<string, Partial<Actor>>> = {}): Dataset {
  const source = "source/s" as SourceId;
  const ids = new Set([
    ...Object.keys(actors),
    ...rows.flatMap(([from, , to, slots]) => [from, to, ...Object.values(slots ?? {})]),
  ]);
  const claims = rows.map(([from, type, to, slots, more], i) => ({
    id: claimIdOf(source, `c${i + 1}`),
    source,
    rel: [from, type, to],
    slots: slots ?? {},
    status: "reported",
    modality: "actual",
    by: { voice: "author" },
    at: { para: 1, chars: [0, 1], anchor: "0123456789abcdef" },
    credibility: 3,
    opinion: false,
    paraphrase: "p",
    ...more,
  })) as unknown as Claim[];
  const record: SourceRecord = {
    id: source,
    type: "article",
    publisher: "unknown",
    title: "The source",
    author: ["A. Writer"],
    published: "2024-05-10",
    lang: "en",
    reliability: "C",
    reliabilityReason: "r",
    corrections: [],
    claims,
    skipped: [],
    unstated: [],
  };
  return {
    info: { id: "small", title: "Small", version: "1", license: "CC0", description: "d" },
    vocabulary: VOCABULARY,
    actors: [...ids].sort().map((text): Actor => {
      const id = text as ActorId;
      return {
        id,
        kind: kindOf(id),
        label: { en: text.split("/")[1] ?? text },
        names: [],
        ids: {},
        tags: [],
        extra: {},
        ...actors[text],
      };
    }),
    sources: [record],
    starters: [],
  };
}
