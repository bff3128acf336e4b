import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sentencesOf } from "../../scripts/sentences.ts";
import { checkAgainstTexts, sentenceUses, sourceTexts, textRates } from "../../scripts/source-texts.ts";
import type { ActorId } from "../../src/model/ids.ts";
import type { Claim, Dataset, SourceRecord } from "../../src/model/records.ts";
import { sha256Hex } from "../support/arbitraries.ts";
import { newFolder } from "../support/base-data.ts";
import { datasetOf } from "../support/small-data.ts";

const TEXT = "Aland gave Beland nine old ships in the cold spring. Beland paid.\nA heading\nNobody else was there, it seems.\n";
const [first, second, heading, last] = sentencesOf(TEXT);
const dir = newFolder();
writeFileSync(join(dir, "any-name.txt"), TEXT);

/** Cites the first two sentences and skips the other two; `claim` and `source` change it. */
function data(claim: Partial<Claim> = {}, source: Partial<SourceRecord> = {}, summary = "A state."): Dataset {
  const at = (s: typeof first) => ({ para: s?.para ?? 0, chars: s?.chars ?? [0, 0], anchor: s?.anchor ?? "" });
  const base = datasetOf(
    [
      ["state/a", "supplies", "state/b", {}, { at: at(first), ...claim }],
      ["state/b", "attacks", "state/a", {}, { at: at(second) }],
    ],
    { "state/a": { summary } },
  );
  const skipped = [
    { at: at(heading), reason: "heading" as const },
    { at: at(last), reason: "rhetoric" as const },
  ];
  return {
    ...base,
    sources: base.sources.map((s) => ({ ...s, bodySha256: sha256Hex(TEXT), paraCount: 3, skipped, ...source })),
  };
}
const found = (d: Dataset) => checkAgainstTexts(d, sourceTexts(d, dir)).map((i) => [i.code, i.path.join("."), i.value]);

describe("data held against the texts of its sources", () => {
  it("has no issue where everything fits", () => {
    expect(found(data())).toEqual([]);
  });

  it("finds a text by its content, and says when no file has it", () => {
    expect(found(data({}, { bodySha256: "0".repeat(64) }))).toEqual([["text-missing", "bodySha256", "0".repeat(64)]]);
  });

  it("refuses a range that is not whole sentences of the stated paragraph, and a wrong anchor", () => {
    const at = { para: 1, chars: first?.chars ?? [0, 0], anchor: first?.anchor ?? "" } as const;
    expect(found(data({ at: { ...at, chars: [0, 9] } })).map((i) => i[0])).toContain("locator-invalid");
    expect(found(data({ at: { ...at, para: 2 } }))).toEqual([["locator-invalid", "claims.0.at.chars", "0, 52"]]);
    expect(found(data({ at: { ...at, anchor: "0".repeat(16) } }))).toEqual([
      ["anchor-mismatch", "claims.0.at.anchor", "0".repeat(16)],
    ]);
  });

  it("refuses a claim without its place, and counts it out of the rates", () => {
    const unplaced = data({ at: undefined });
    const texts = sourceTexts(unplaced, dir);
    const issues = checkAgainstTexts(unplaced, texts);
    expect(issues.map((i) => i.code)).toEqual(["locator-missing", "sentence-unaccounted"]);
    expect(textRates(texts, issues)).toMatchObject({ locator: 50, anchor: 50 });
  });

  it("refuses seven words in a row of the text in a paraphrase, a note or a summary, not six", () => {
    const seven = "He gave beland, NINE old ships in the rain";
    const run = ["words-shared", "gave beland nine old ships in the"];
    expect(found(data({ paraphrase: seven }))).toEqual([[run[0], "claims.0.paraphrase", run[1]]]);
    expect(found(data({ curatorNote: seven }))).toEqual([[run[0], "claims.0.curatorNote", run[1]]]);
    expect(found(data({}, {}, seven))).toEqual([[run[0], "summary", run[1]]]);
    expect(found(data({ paraphrase: "Beland nine old ships in the rain" }))).toEqual([]);
  });

  it("refuses a wrong count of paragraphs", () => {
    expect(found(data({}, { paraCount: 4 }))).toEqual([["para-out-of-range", "paraCount", "4"]]);
  });

  it("asks for the date and the speaker a sentence has words for, or why no claim records them", () => {
    const text = "Aland gave ships in March 2020, according to Celand.\n";
    const [only] = sentencesOf(text);
    writeFileSync(join(dir, "dated.txt"), text);
    const at = { para: 1, chars: only?.chars ?? [0, 0], anchor: only?.anchor ?? "" } as const;
    const base = datasetOf([["state/a", "supplies", "state/b", {}, { at }]], {});
    const of = (claim: Partial<Claim>, unstated: SourceRecord["unstated"] = []): Dataset => ({
      ...base,
      sources: base.sources.map((s) => ({
        ...s,
        bodySha256: sha256Hex(text),
        paraCount: 1,
        unstated,
        claims: s.claims.map((c) => ({ ...c, ...claim })),
      })),
    });
    const codes = (d: Dataset) => found(d).map(([code]) => code);
    const by = { voice: "official-unnamed" } as const;
    expect(codes(of({}))).toEqual(["date-unrecorded", "speaker-unrecorded"]);
    expect(codes(of({ time: "2020-03", by }))).toEqual([]);
    expect(codes(of({ by: { actor: "state/a" as ActorId, voice: "author" } }))).toEqual(["date-unrecorded"]);
    expect(codes(of({ by }, [{ at, reason: "no-date" }]))).toEqual([]);
    expect(codes(of({ time: "2020-03" }, [{ at, reason: "speaker-unnamed" }]))).toEqual([]);
    expect(codes(of({}, [{ at, reason: "no-date" }]))).toEqual(["speaker-unrecorded"]);
    expect(codes(of({ time: "2020-03", by }, [{ at, reason: "no-speaker" }]))).toEqual(["unstated-needless"]);
    const texts = sourceTexts(of({}), dir);
    expect(textRates(texts, checkAgainstTexts(of({}), texts))).toEqual({ locator: 100, anchor: 100, date: 0, speaker: 0 });
  });

  it("names each sentence that neither a claim cites nor a reason skips", () => {
    expect(found(data({}, { skipped: [] }))).toEqual([
      ["sentence-unaccounted", "id", `paragraph 2, chars [${heading?.chars.join(", ")}]`],
      ["sentence-unaccounted", "id", `paragraph 3, chars [${last?.chars.join(", ")}]`],
    ]);
    const uses = sentenceUses(sourceTexts(data(), dir));
    expect(uses.map((u) => [u.number, u.claims, u.skipped])).toEqual([
      [1, ["c1"], undefined],
      [2, ["c2"], undefined],
      [3, [], "heading"],
      [4, [], "rhetoric"],
    ]);
  });
});
