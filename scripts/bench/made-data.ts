// Answers: which data are as large as a bench wants them? Made data: no actor or claim of it is real.
import { type ActorId, claimIdOf, type SourceId } from "../../src/model/ids.ts";
import type { ClaimStatus, Modality } from "../../src/model/kinds.ts";
import type { Actor, Claim, Dataset, SourceRecord, Starter, Vocabulary } from "../../src/model/records.ts";

export interface MadeSize {
  readonly actors: number;
  readonly relations: number;
  /** At least as many as relations; default one each. */
  readonly claims?: number;
}

const SOURCES = 20;
const YEAR = 2010;

/**
 * Actors with a few hubs, as such graphs have: the share of a relation's ends falls with the square of the actor's number. Claims have about the
 * shares of statuses, modalities, dates, opinions, notes and, where there are two to a relation, attributes of the record of November 2026. Figures
 * stand in a fifth of the claims whose type has them; withdrawals, of which that record has none, are there so that they are met.
 */
export function madeDataset(
  { actors, relations, claims = relations }: MadeSize,
  vocabulary: Vocabulary,
  starters: readonly Starter[] = [],
): Dataset {
  let state = 7;
  const random = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(all.length * random())] as T;
  const idOf = (i: number): ActorId => `state/n${i}` as ActorId;
  const types = [...vocabulary.types.values()].filter((t) => t.from.includes("state") && t.to.includes("state"));
  const unit = [...vocabulary.units.keys()][0] ?? "";

  function statusOf(): ClaimStatus {
    const share = random();
    return share < 0.015 ? "denied" : share < 0.38 ? "alleged" : share < 0.84 ? "reported" : "confirmed";
  }
  function modalityOf(): Modality {
    const share = random();
    return share < 0.84 ? "actual" : share < 0.94 ? "hypothetical" : share < 0.97 ? "requested" : "planned";
  }
  function timeOf(): string | undefined {
    const share = random();
    if (share < 0.42) return undefined;
    const year = YEAR + Math.floor(random() * 15);
    return share < 0.75 ? `${year}/..` : `${year}-0${1 + Math.floor(random() * 9)}`;
  }

  const said = Array.from({ length: relations }, () => {
    const [a, b] = [Math.floor(actors * random() ** 2), Math.floor(actors * random())];
    return { type: oneOf(types), rel: [idOf(a), idOf(a === b ? (b + 1) % actors : b)] as const };
  });
  const records = Array.from({ length: SOURCES }, () => [] as Claim[]);
  const sourceOf = (s: number): SourceId => `source/s${s}` as SourceId;
  for (let i = 0; i < claims; i++) {
    const about = said[i < relations ? i : Math.floor(relations * random() ** 1.5)];
    if (about === undefined) continue;
    const s = Math.floor(random() * SOURCES);
    const own = records[s] as Claim[];
    const figure = Math.ceil(random() * 20) * 100;
    const isAttribute = i >= relations && random() < 0.25;
    const time = timeOf();
    own.push({
      id: claimIdOf(sourceOf(s), `c${own.length + 1}`),
      source: sourceOf(s),
      ...(isAttribute
        ? { attr: [about.rel[0], oneOf(["size", "standing", "note"]), `value ${oneOf([1, 2, 3])}`] }
        : { rel: [about.rel[0], about.type.id, about.rel[1]] }),
      slots: {},
      status: statusOf(),
      modality: modalityOf(),
      by: { voice: "author", ...(random() < 0.5 ? { actor: idOf(Math.floor(actors * random() ** 2)) } : {}) },
      at: { para: 1, chars: [0, 1], anchor: "0123456789abcdef" },
      credibility: 3,
      opinion: random() < 0.24,
      paraphrase:
        "A sentence of about the length that such sentences have, so that what is loaded has the weight it has on the record.",
      ...(time === undefined ? {} : { time }),
      ...(about.type.quantity === true && random() < 0.2 ? { quantity: { min: figure, max: figure, unit } } : {}),
      ...(random() < 0.46
        ? { curatorNote: "A note of a curator, who says what the claim leaves open and why it stands as it does." }
        : {}),
      ...(random() < 0.01 ? { retracted: `${YEAR + 10}-01-01` } : {}),
    } as unknown as Claim);
  }
  const sources = records.map(
    (own, s): SourceRecord => ({
      id: sourceOf(s),
      type: "article",
      publisher: "unknown",
      title: sourceOf(s),
      author: [],
      published: `${YEAR + (s % 15)}-05-10`,
      lang: "en",
      reliability: "C",
      reliabilityReason: "r",
      corrections: [],
      claims: own,
      skipped: [],
      unstated: [],
    }),
  );
  const all = Array.from({ length: actors }, (_, i) => {
    const id = idOf(i);
    return { id, kind: "state", label: { en: id }, names: [], ids: {}, tags: [], extra: {} } as unknown as Actor;
  });
  const info = { id: "made", title: "Made", version: "1", license: "CC0", description: "Made" };
  return { info, vocabulary, actors: all, sources, starters };
}
