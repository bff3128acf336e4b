// Answers: which sentences does this text hold, and where exactly? Locators and anchors of claims come from here.
import { createHash } from "node:crypto";

export interface Sentence {
  /** 1-based count of non-empty lines, headings included. */
  readonly para: number;
  /** UTF-16 offsets [start, end) into the whole text. */
  readonly chars: readonly [number, number];
  readonly text: string;
  readonly anchor: string;
}

const ABBREVIATION =
  /(?:\b(?:U\.S|U\.N|U\.K|Gen|Lt|Col|Mr|Ms|Mrs|Dr|St|No|vs|e\.g|i\.e|cf|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z])\.$/;
const BOUNDARY = /[.!?…][”’"')\]]*(?=\s+[“‘"'(]?\p{Lu})/gu;

/** Anchor of a sentence: 16 hex digits of SHA-256 over its normalised words (NFKC, lower case, punctuation to space). */
export function anchorOf(sentence: string): string {
  return createHash("sha256").update(normalizedWords(sentence)).digest("hex").slice(0, 16);
}

export function normalizedWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Sentences in reading order. Rule-based and free of ICU data, so that every Node version splits alike. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let para = 0;
  let lineStart = 0;
  for (const line of text.split("\n")) {
    if (line.trim() !== "") {
      para += 1;
      for (const [start, end] of spansOf(line)) {
        const sentence = line.slice(start, end);
        found.push({ para, chars: [lineStart + start, lineStart + end], text: sentence, anchor: anchorOf(sentence) });
      }
    }
    lineStart += line.length + 1;
  }
  return found;
}

function spansOf(line: string): Array<[number, number]> {
  const spans: Array<[number, number]> = [];
  let start = 0;
  const push = (end: number): void => {
    const raw = line.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    if (raw.trim() !== "") spans.push([start + lead, start + lead + raw.trim().length]);
    start = end;
  };
  for (const match of line.matchAll(BOUNDARY)) {
    const end = match.index + match[0].length;
    if (!ABBREVIATION.test(line.slice(start, match.index + 1))) push(end);
  }
  push(line.length);
  return spans;
}
