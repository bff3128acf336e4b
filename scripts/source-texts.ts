// Answers: do locators, anchors and paraphrases fit the texts of the sources, and is every sentence accounted for?
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Issue, type IssueCode, type IssuePath, issue } from "../src/model/issue.ts";
import type { UnstatedReason } from "../src/model/kinds.ts";
import type { Claim, Dataset, Locator, Skip, SourceRecord } from "../src/model/records.ts";
import { sha256Hex } from "./read-data.ts";
import { hasDateWords, hasSpeakerWords } from "./said-words.ts";
import { anchorOf, normalizedWords, type Sentence, sentencesOf } from "./sentences.ts";

/** Words in a row that no text of ours may share with a source. */
export const SHARED_RUN = 7;

export interface SourceText {
  readonly source: SourceRecord;
  /** Relative to the data folder. */
  readonly file: string;
  /** Decoded text; absent when no file has the source's hash. */
  readonly text?: string | undefined;
}

export interface SentenceUse {
  readonly source: string;
  readonly number: number;
  readonly para: number;
  readonly text: string;
  /** Ids of the claims that cite it, in file order. */
  readonly claims: readonly string[];
  readonly skipped?: string | undefined;
}

/** Each source that has a body hash, with the text file of `dir` that has it: files are found by content, not by name. */
export function sourceTexts(data: Dataset, dir: string): SourceText[] {
  const byHash = new Map(
    readdirSync(dir)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => readFileSync(join(dir, name)))
      .map((bytes) => [sha256Hex(bytes), bytes.toString("utf8")]),
  );
  return data.sources
    .filter((source) => source.bodySha256 !== undefined)
    .map((source) => ({
      source,
      file: `sources/${source.id.slice("source/".length)}.yaml`,
      text: byHash.get(source.bodySha256 ?? ""),
    }));
}

/** Everything in which the data does not fit the texts. */
export function checkAgainstTexts(data: Dataset, texts: readonly SourceText[]): Issue[] {
  const issues: Issue[] = [];
  for (const { source, file, text } of texts) {
    if (text === undefined) {
      issues.push(
        issue("text-missing", file, ["bodySha256"], { value: source.bodySha256 ?? "", remedy: "put the text into the folder" }),
      );
      continue;
    }
    const sentences = sentencesOf(text);
    const runs = runsOf(text);
    const paras = sentences.at(-1)?.para ?? 0;
    if (source.paraCount !== undefined && source.paraCount !== paras)
      issues.push(
        issue("para-out-of-range", file, ["paraCount"], { value: String(source.paraCount), remedy: `the text has ${paras}` }),
      );
    for (const [i, claim] of source.claims.entries()) {
      const path = ["claims", i, "at"];
      if (claim.at === undefined) issues.push(issue("locator-missing", file, path, { value: claim.id }));
      else issues.push(...checkLocator(claim.at, sentences, text, file, path));
      issues.push(...checkWords(claim.paraphrase, runs, file, ["claims", i, "paraphrase"]));
      if (claim.curatorNote !== undefined)
        issues.push(...checkWords(claim.curatorNote, runs, file, ["claims", i, "curatorNote"]));
      if (claim.attr !== undefined) issues.push(...checkWords(claim.attr[2], runs, file, ["claims", i, "attr"]));
    }
    for (const list of ["skipped", "unstated"] as const)
      for (const [i, { at }] of source[list].entries()) issues.push(...checkLocator(at, sentences, text, file, [list, i, "at"]));
    issues.push(...checkStated(source, sentences, file));
    for (const { para, chars } of sentences.filter(
      (s) => claimsCiting(source, s).length === 0 && skipOf(source, s) === undefined,
    ))
      issues.push(
        issue("sentence-unaccounted", file, ["id"], {
          value: `paragraph ${para}, chars [${chars.join(", ")}]`,
          remedy: "add a claim, or an entry of `skipped`",
        }),
      );
  }
  const allRuns = texts.flatMap(({ text }) => (text === undefined ? [] : [runsOf(text)]));
  for (const actor of data.actors)
    for (const runs of allRuns)
      if (actor.summary !== undefined) issues.push(...checkWords(actor.summary, runs, `actors/${actor.id}.yaml`, ["summary"]));
  return issues;
}

/** Rates in whole percent, rounded down; 100 where there is nothing to count. */
export interface TextRates {
  /** Claims whose range is whole sentences of the stated paragraph, and claims whose anchor is theirs. */
  readonly locator: number;
  readonly anchor: number;
  /** Sentences with words for a date, or a speaker, that a claim records or `unstated` explains. */
  readonly date: number;
  readonly speaker: number;
}

/** How much of what the texts offer is recorded, given the issues found in them. */
export function textRates(texts: readonly SourceText[], issues: readonly Issue[]): TextRates {
  const claims = texts.reduce((sum, { source }) => sum + source.claims.length, 0);
  const sentences = texts.flatMap(({ text }) => (text === undefined ? [] : sentencesOf(text)));
  const missed = (code: IssueCode): number => issues.filter((i) => i.code === code && i.path[0] !== "skipped").length;
  const rate = (all: number, faults: number): number => (all === 0 ? 100 : Math.floor((100 * (all - faults)) / all));
  const unplaced = missed("locator-missing") + missed("locator-invalid") + missed("text-missing");
  return {
    locator: rate(claims, unplaced),
    anchor: rate(claims, missed("anchor-mismatch") + unplaced),
    date: rate(sentences.filter((s) => hasDateWords(s.text)).length, missed("date-unrecorded")),
    speaker: rate(sentences.filter((s) => hasSpeakerWords(s.text)).length, missed("speaker-unrecorded")),
  };
}

/** Every sentence of every text with the claims that cite it or the reason why none does. */
export function sentenceUses(texts: readonly SourceText[]): SentenceUse[] {
  return texts.flatMap(({ source, text }) =>
    text === undefined
      ? []
      : sentencesOf(text).map((sentence, i) => ({
          source: source.id,
          number: i + 1,
          para: sentence.para,
          text: sentence.text,
          claims: claimsCiting(source, sentence).map((c) => c.id.slice(c.id.indexOf("#") + 1)),
          skipped: skipOf(source, sentence)?.reason,
        })),
  );
}

function checkLocator(at: Locator, sentences: readonly Sentence[], text: string, file: string, path: IssuePath): Issue[] {
  const [start, end] = at.chars;
  const [first, last] = typeof at.para === "number" ? [at.para, at.para] : at.para;
  const from = sentences.find((s) => s.chars[0] === start);
  const to = sentences.find((s) => s.chars[1] === end);
  if (from === undefined || to === undefined || from.para !== first || to.para !== last)
    return [
      issue("locator-invalid", file, [...path, "chars"], {
        value: `${start}, ${end}`,
        remedy: "npm run -s data:sentences -- <text file>",
      }),
    ];
  const anchor = anchorOf(text.slice(start, end));
  return anchor === at.anchor ? [] : [issue("anchor-mismatch", file, [...path, "anchor"], { value: at.anchor, remedy: anchor })];
}

/** Sentences whose date or speaker no claim records though they have words for it; a skipped sentence has said why already. */
function checkStated(source: SourceRecord, sentences: readonly Sentence[], file: string): Issue[] {
  const issues: Issue[] = [];
  const needed = new Set<number>();
  for (const sentence of sentences) {
    if (skipOf(source, sentence) !== undefined) continue;
    const claims = claimsCiting(source, sentence);
    const lacks = (what: "date" | "speaker", reasons: readonly UnstatedReason[]): void => {
      const i = source.unstated.findIndex((u) => isWithin(sentence, u.at) && reasons.includes(u.reason));
      needed.add(i);
      if (i >= 0) return;
      const value = `paragraph ${sentence.para}, chars [${sentence.chars.join(", ")}]`;
      issues.push(issue(`${what}-unrecorded`, file, ["id"], { value, remedy: "record it, or add an entry of `unstated`" }));
    };
    if (hasDateWords(sentence.text) && !claims.some((c) => c.time !== undefined)) lacks("date", ["no-date"]);
    if (hasSpeakerWords(sentence.text) && !claims.some((c) => c.by.actor !== undefined || c.by.voice !== "author"))
      lacks("speaker", ["no-speaker", "speaker-unnamed", "as-relation"]);
  }
  for (const [i, { reason }] of source.unstated.entries())
    if (!needed.has(i))
      issues.push(issue("unstated-needless", file, ["unstated", i], { value: reason, remedy: "remove the entry" }));
  return issues;
}

function checkWords(ours: string, runs: ReadonlySet<string>, file: string, path: IssuePath): Issue[] {
  const words = normalizedWords(ours).split(" ");
  for (let i = 0; i + SHARED_RUN <= words.length; i++) {
    const run = words.slice(i, i + SHARED_RUN).join(" ");
    if (runs.has(run)) return [issue("words-shared", file, path, { value: run, remedy: "say it in other words" })];
  }
  return [];
}

function runsOf(text: string): Set<string> {
  const words = normalizedWords(text).split(" ");
  return new Set(
    words.slice(0, Math.max(0, words.length - SHARED_RUN + 1)).map((_, i) => words.slice(i, i + SHARED_RUN).join(" ")),
  );
}

function claimsCiting(source: SourceRecord, sentence: Sentence): readonly Claim[] {
  return source.claims.filter((c) => c.at !== undefined && isWithin(sentence, c.at));
}

function skipOf(source: SourceRecord, sentence: Sentence): Skip | undefined {
  return source.skipped.find((s) => isWithin(sentence, s.at));
}

function isWithin(sentence: Sentence, at: Locator): boolean {
  return sentence.chars[0] >= at.chars[0] && sentence.chars[1] <= at.chars[1];
}
