// Answers: which data are as large as a bench wants them? Made data: no actor or claim of it is real.
import { type ActorId, claimIdOf, type SourceId } from "../../src/model/ids.ts";
import type { Actor, Claim, Dataset, SourceRecord, Starter, Vocabulary } from "../../src/model/records.ts";

/** Actors with a few hubs, as such graphs have: the share of a relation's ends falls with the square of the actor's number. */
export function madeDataset(
  actors: number,
  relations: number,
  vocabulary: Vocabulary,
  starters: readonly Starter[] = [],
): Dataset {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const idOf = (i: number): ActorId => `state/n${i}` as ActorId;
  const types = [...vocabulary.types.values()].filter((t) => t.from.includes("state") && t.to.includes("state"));
  const sources = Array.from({ length: 20 }, (_, s): SourceRecord => {
    const id = `source/s${s}` as SourceId;
    const claims = Array.from({ length: Math.ceil(relations / 20) }, (_, i): Claim => {
      const [a, b] = [Math.floor(actors * random() ** 2), Math.floor(actors * random())];
      const type = types[Math.floor(random() * types.length)]?.id ?? "";
      return {
        id: claimIdOf(id, `c${i + 1}`),
        source: id,
        rel: [idOf(a), type, idOf(a === b ? (b + 1) % actors : b)],
        slots: {},
        status: random() < 0.3 ? "alleged" : "reported",
        modality: random() < 0.1 ? "hypothetical" : "actual",
        by: { voice: "author" },
        at: { para: 1, chars: [0, 1], anchor: "0123456789abcdef" },
        credibility: 3,
        opinion: random() < 0.2,
        paraphrase: "p",
      } as unknown as Claim;
    });
    return {
      id,
      type: "article",
      publisher: "unknown",
      title: id,
      author: [],
      published: `20${String(10 + (s % 15))}-05-10`,
      lang: "en",
      reliability: "C",
      reliabilityReason: "r",
      corrections: [],
      claims,
      skipped: [],
      unstated: [],
    };
  });
  const records = Array.from({ length: actors }, (_, i) => {
    const id = idOf(i);
    return { id, kind: "state", label: { en: id }, names: [], ids: {}, tags: [], extra: {} } as unknown as Actor;
  });
  const info = { id: "made", title: "Made", version: "1", license: "CC0", description: "Made" };
  return { info, vocabulary, actors: records, sources, starters };
}
