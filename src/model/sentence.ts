// Answers: how is this said in words, without saying more than the evidence does?
import type { Modality, RelationStatus } from "./kinds.ts";
import type { RelationType } from "./records.ts";

export interface SentencePart {
  readonly kind: "text" | "hedge" | "actor";
  readonly text: string;
  /** Present on actors. */
  readonly id?: string | undefined;
}

export interface SentenceInput {
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly slots: Readonly<Record<string, string>>;
  readonly status: RelationStatus;
  /** For `planned`: which intention is meant. For `conjecture`: `requested` when it is a recommendation. */
  readonly modality?: Modality | undefined;
  readonly contested?: boolean | undefined;
  /** Label of an actor id; other slot values are shown as they are. */
  readonly labelOf: (id: string) => string | undefined;
}

/** A hedge is a prefix to the sentence or goes before the verb; `base` says which form of the verb follows. */
interface Hedge {
  readonly lead?: string;
  readonly before?: string;
  readonly after?: string;
  readonly form: "third" | "base";
}

const HEDGES: Readonly<Record<RelationStatus, Hedge>> = {
  confirmed: { form: "third" },
  reported: { before: "reportedly", form: "third" },
  alleged: { before: "is alleged to", form: "base" },
  disputed: { lead: "It is disputed that", form: "third" },
  denied: { lead: "It is denied that", form: "third" },
  planned: { before: "is said to plan to", form: "base" },
  conjecture: { before: "is judged or predicted to", form: "base" },
  retracted: { lead: "It was claimed, then withdrawn, that", form: "third" },
  hidden: { lead: "Not recorded under the current settings: that", form: "third" },
};

const INTENTIONS: Readonly<Partial<Record<Modality, Hedge>>> = {
  requested: { before: "is said to have been asked to", form: "base" },
  threatened: { before: "is said to threaten to", form: "base" },
};

/** A recommendation, where nothing but recommendations is recorded. */
const URGED: Hedge = { before: "is urged to", form: "base" };

/** Every phrase that marks a sentence as less than an established fact. */
export const HEDGE_PHRASES: readonly string[] = [...Object.values(HEDGES), ...Object.values(INTENTIONS), URGED].flatMap((h) =>
  [h.lead, h.before].filter((text) => text !== undefined),
);

/** The hedged sentence of a relation as parts; actor labels are parts of their own, so that a page can isolate and link them. */
export function sentencePartsOf(input: SentenceInput): SentencePart[] {
  const hedge = hedgeOf(input.status, input.modality);
  const parts: SentencePart[] = [];
  if (hedge.lead !== undefined) {
    parts.push({ kind: "hedge", text: hedge.lead });
    addText(parts, " ");
  }
  for (const token of tokensOf(input.type.phrase, input.slots)) {
    if (token.name === undefined) addText(parts, token.text);
    else if (token.name === "from") addActor(parts, input, input.from);
    else if (token.name === "to") addActor(parts, input, input.to);
    else if (token.name === "verb") {
      const verb = input.type.verb[hedge.form];
      const copula = hedge.form === "third" && hedge.before !== undefined && verb.startsWith("is ") ? "is " : "";
      addText(parts, copula);
      if (hedge.before !== undefined) {
        parts.push({ kind: "hedge", text: hedge.before });
        addText(parts, " ");
      }
      addText(parts, verb.slice(copula.length));
    } else {
      const value = input.slots[token.name] ?? "";
      if (input.labelOf(value) === undefined) addText(parts, value);
      else addActor(parts, input, value);
    }
  }
  if (input.contested === true) parts.push({ kind: "hedge", text: " (denied by a party to it)" });
  return parts;
}

function addText(parts: SentencePart[], text: string): void {
  if (text !== "") parts.push({ kind: "text", text });
}

function addActor(parts: SentencePart[], { labelOf }: SentenceInput, id: string): void {
  parts.push({ kind: "actor", text: labelOf(id) ?? id, id });
}

function hedgeOf(status: RelationStatus, modality: Modality | undefined): Hedge {
  if (status === "conjecture" && modality === "requested") return URGED;
  return (status === "planned" ? INTENTIONS[modality ?? "planned"] : undefined) ?? HEDGES[status];
}

export function sentenceOf(input: SentenceInput): string {
  return sentencePartsOf(input)
    .map((part) => part.text)
    .join("");
}

/** Slot names a phrase uses, bracketed ones included. */
export function phraseNamesOf(phrase: string): string[] {
  return [...phrase.matchAll(/\{([a-z][A-Za-z]*)\}/g)].map((m) => m[1] ?? "");
}

interface Token {
  readonly text: string;
  readonly name?: string;
}

interface CutPhrase {
  /** Names within brackets. */
  readonly optional: readonly string[];
  /** By those of them that are given. */
  readonly tokens: Map<string, readonly Token[]>;
}

/** By phrase: sentences are made by the hundred thousand. */
const CUT_PHRASES = new Map<string, CutPhrase>();

function tokensOf(phrase: string, slots: Readonly<Record<string, string>>): readonly Token[] {
  let cut = CUT_PHRASES.get(phrase);
  if (cut === undefined) {
    const optional = [...phrase.matchAll(/\[([^\]]*)\]/g)].flatMap(([, group = ""]) => phraseNamesOf(group));
    cut = { optional, tokens: new Map() };
    CUT_PHRASES.set(phrase, cut);
  }
  let given = "";
  for (const name of cut.optional) if (Object.hasOwn(slots, name)) given += ` ${name}`;
  let tokens = cut.tokens.get(given);
  if (tokens === undefined) {
    tokens = cutTokens(phrase, slots);
    cut.tokens.set(given, tokens);
  }
  return tokens;
}

function cutTokens(phrase: string, slots: Readonly<Record<string, string>>): readonly Token[] {
  const kept = phrase.replace(/\[([^\]]*)\]/g, (_, group: string) =>
    phraseNamesOf(group).every((name) => Object.hasOwn(slots, name)) ? group : "",
  );
  return kept
    .split(/(\{[a-z][A-Za-z]*\})/)
    .filter((piece) => piece !== "")
    .map((piece) => (piece.startsWith("{") ? { text: "", name: piece.slice(1, -1) } : { text: piece }));
}
