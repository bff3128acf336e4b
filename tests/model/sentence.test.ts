import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseYaml, readData, readText } from "../../scripts/read-data.ts";
import { MODALITIES, RELATION_STATUSES, type RelationStatus } from "../../src/model/kinds.ts";
import { parseRelationTypes } from "../../src/model/parse.ts";
import type { RelationType } from "../../src/model/records.ts";
import { HEDGE_PHRASES, phraseNamesOf, type SentenceInput, sentenceOf, sentencePartsOf } from "../../src/model/sentence.ts";
import { anyText, relationType, TYPES } from "../support/arbitraries.ts";

const DATA = fileURLToPath(new URL("../../graph-data", import.meta.url));
const RELATIONS = "vocab/relations.yaml";

function vocabulary(): readonly RelationType[] {
  if (!existsSync(`${DATA}/${RELATIONS}`)) return TYPES;
  const file = readText(DATA, RELATIONS);
  const doc = file.ok ? parseYaml(file.value) : file;
  const types = doc.ok ? parseRelationTypes(doc.value.toJS(), RELATIONS) : doc;
  if (!types.ok) throw new Error(JSON.stringify(types.issues));
  return types.value;
}

const VOCABULARY = vocabulary();

function inputOf(type: RelationType, status: RelationStatus, more: Partial<SentenceInput> = {}): SentenceInput {
  return {
    type,
    from: "state/aa",
    to: "state/bb",
    slots: slotsOf(type, "required"),
    status,
    labelOf: (id) => LABELS.get(id),
    ...more,
  };
}

const LABELS = new Map([
  ["state/aa", "Aaland"],
  ["state/bb", "Beland"],
  ["actor/slot", "Slotland"],
]);

/** Values for the slots of a type: all of them, or only the required ones. */
function slotsOf(type: RelationType, which: "all" | "required"): Record<string, string> {
  const slots = Object.entries(type.slots).filter(([, slot]) => which === "all" || slot.required === true);
  return Object.fromEntries(slots.map(([name, slot]) => [name, slot.values?.[0] ?? `value-of-${name}`]));
}

const CASES = VOCABULARY.flatMap((type) => RELATION_STATUSES.map((status) => [type.id, status, type] as const));

describe("a sentence of the vocabulary", () => {
  it.each(CASES)("%s, %s: carries a hedge unless it is confirmed", (_, status, type) => {
    const input = inputOf(type, status);
    const sentence = sentenceOf(input);
    const hedges = sentencePartsOf(input).filter((part) => part.kind === "hedge");
    const hedged = HEDGE_PHRASES.some((phrase) => sentence.includes(phrase));
    expect(hedged).toBe(status !== "confirmed");
    expect(hedges.length).toBe(status === "confirmed" ? 0 : 1);
  });

  it.each(CASES)("%s, %s: reads as clean words, both ends named", (_, status, type) => {
    for (const which of ["all", "required"] as const) {
      const sentence = sentenceOf(inputOf(type, status, { slots: slotsOf(type, which) }));
      expect(sentence).not.toMatch(/[{}[\]]|undefined|\s{2,}|^\s|\s$| [,.)]|\(\s/);
      expect(sentence).toContain("Aaland");
      expect(sentence).toContain("Beland");
    }
  });
});

describe.each(VOCABULARY.map((type) => [type.id, type] as const))("the phrase of %s", (_, type) => {
  const bracketed = phraseNamesOf([...type.phrase.matchAll(/\[[^\]]*\]/g)].map((m) => m[0]).join(""));
  const bare = phraseNamesOf(type.phrase.replace(/\[[^\]]*\]/g, ""));

  it("names only slots the type has, and outside brackets only required ones", () => {
    for (const name of [...bracketed, ...bare].filter((n) => !["from", "to", "verb"].includes(n)))
      expect(Object.keys(type.slots)).toContain(name);
    for (const name of bare.filter((n) => !["from", "to", "verb"].includes(n))) expect(type.slots[name]?.required).toBe(true);
    expect(bare).toEqual(expect.arrayContaining(["from", "verb", "to"]));
    expect(new Set(bare).size).toBe(bare.length);
  });

  it("shows each slot it names when it is given, and not when it is absent", () => {
    for (const name of new Set([...bracketed, ...bare])) {
      if (["from", "to", "verb"].includes(name)) continue;
      const all = { ...slotsOf(type, "all"), [name]: "the-marker" };
      expect(sentenceOf(inputOf(type, "confirmed", { slots: all }))).toContain("the-marker");
      const { [name]: __, ...without } = all;
      if (bracketed.includes(name))
        expect(sentenceOf(inputOf(type, "confirmed", { slots: without }))).not.toContain("the-marker");
    }
  });
});

describe("the words of a sentence", () => {
  const supplies = relationType("supply", {
    verb: { third: "supplies", base: "supply" },
    phrase: "{from} {verb}[ {item} to] {to}[ via {via}]",
    slots: { item: { text: true }, via: { kinds: ["state"] } },
  });

  it.each<[RelationStatus, Partial<SentenceInput>, string]>([
    ["confirmed", {}, "Aaland supplies Beland"],
    ["confirmed", { contested: true }, "Aaland supplies Beland (denied by a party to it)"],
    ["reported", { slots: { item: "shells" } }, "Aaland reportedly supplies shells to Beland"],
    ["alleged", { slots: { via: "actor/slot" } }, "Aaland is alleged to supply Beland via Slotland"],
    ["disputed", {}, "It is disputed that Aaland supplies Beland"],
    ["denied", {}, "It is denied that Aaland supplies Beland"],
    ["planned", {}, "Aaland is said to plan to supply Beland"],
    ["planned", { modality: "threatened" }, "Aaland is said to threaten to supply Beland"],
    ["planned", { modality: "requested" }, "Aaland is said to have been asked to supply Beland"],
    ["conjecture", {}, "Aaland is judged or predicted to supply Beland"],
    ["conjecture", { modality: "requested" }, "Aaland is urged to supply Beland"],
    ["retracted", {}, "It was claimed, then withdrawn, that Aaland supplies Beland"],
    ["alleged", { from: "state/unknown" }, "state/unknown is alleged to supply Beland"],
  ])("%s %j", (status, more, expected) => {
    expect(sentenceOf(inputOf(supplies, status, more))).toBe(expected);
  });
});

describe("laws of sentences", () => {
  const input = fc
    .record({
      type: fc.constantFrom(...VOCABULARY),
      status: fc.constantFrom(...RELATION_STATUSES),
      modality: fc.option(fc.constantFrom(...MODALITIES), { nil: undefined }),
      contested: fc.option(fc.boolean(), { nil: undefined }),
      fromLabel: anyText,
      toLabel: anyText,
      value: anyText,
      given: fc.func(fc.boolean()),
    })
    .map(({ type, status, modality, contested, fromLabel, toLabel, value, given }): SentenceInput => {
      const slots = Object.keys(type.slots).filter((name) => type.slots[name]?.required === true || given(name));
      const labels = new Map([
        ["from/id", fromLabel],
        ["to/id", toLabel],
      ]);
      return {
        type,
        from: "from/id",
        to: "to/id",
        slots: Object.fromEntries(slots.map((name) => [name, value])),
        status,
        modality,
        contested,
        labelOf: (id) => labels.get(id),
      };
    });

  it("the parts joined are the sentence, and the labels of the ends stand in actor parts untouched", () => {
    fc.assert(
      fc.property(input, (given) => {
        const parts = sentencePartsOf(given);
        expect(parts.map((p) => p.text).join("")).toBe(sentenceOf(given));
        const actors = parts.filter((p) => p.kind === "actor");
        expect(actors.find((p) => p.id === given.from)?.text).toBe(given.labelOf(given.from));
        expect(actors.find((p) => p.id === given.to)?.text).toBe(given.labelOf(given.to));
        for (const part of parts) expect(part.id !== undefined).toBe(part.kind === "actor");
      }),
    );
  });

  it("whatever the labels, every status but confirmed has a hedge, and confirmed only when contested", () => {
    fc.assert(
      fc.property(input, (given) => {
        const hedges = sentencePartsOf(given).filter((p) => p.kind === "hedge" && HEDGE_PHRASES.includes(p.text));
        expect(hedges.length).toBe(given.status === "confirmed" ? 0 : 1);
        const contested = sentencePartsOf(given).filter((p) => p.text.includes("(denied by a party to it)"));
        expect(contested.length).toBe(given.contested === true ? 1 : 0);
      }),
    );
  });
});

describe("the vocabulary in graph-data", () => {
  it("parses without an issue in any of its files", () => {
    if (!existsSync(DATA)) return;
    expect(readData(DATA).issues.filter((i) => i.file.startsWith("vocab/"))).toEqual([]);
  });
});
