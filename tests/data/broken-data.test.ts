import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build } from "../../scripts/build-graph.ts";
import { compileGraph } from "../../scripts/compile.ts";
import type { Issue, IssueCode } from "../../src/model/issue.ts";
import { BASE_FILES, bytesOf, newFolder, writeFolder } from "../support/base-data.ts";

interface Case {
  readonly name: string;
  readonly code: IssueCode;
  readonly file: string;
  /** Text to replace (first occurrence) and its replacement; or the whole new content, `undefined` to delete the file. */
  readonly edit?: readonly [find: string, replacement: string];
  readonly content?: string | Uint8Array;
  readonly isDeleted?: true;
  /** More files to add. */
  readonly also?: Readonly<Record<string, string>>;
  /** Where the issue stands: [line, col] of the broken file. */
  readonly at?: readonly [line: number, col: number];
  /** Part of the remedy. */
  readonly remedy?: string;
  readonly value?: string;
  /** Codes that follow from the same defect. */
  readonly follows?: readonly IssueCode[];
}

const ONE = "sources/one.yaml";
const AA = "actors/state/aa.yaml";
const DRONE = "actors/materiel/drone.yaml";
const RLO = String.fromCodePoint(0x202e);
const ZWSP = String.fromCodePoint(0x200b);
const BOM = String.fromCodePoint(0xfeff);
const LONG = "x".repeat(301);
const base = (name: string): string => BASE_FILES[name] ?? "";

const newClaim = (rel: string, more = ""): readonly [string, string] => [
  "  - id: c4\n",
  `  - id: c5
    rel: ${rel}
${more}    status: reported
    by: { voice: author }
    at: { para: 6, chars: [41, 50], anchor: 4123456789abcdef }
    credibility: 3
    paraphrase: Another.
  - id: c4
`,
];

const starter = (rest: string): string => `starters:
  - id: first
    title: First
    question: Who?
    ${rest}
`;

const FACT = `          - relation: [state/aa, supplies, state/bb]
            status: reported
            claims: [source/one#c1]`;

/** Three steps, the first as given. */
const tour = (actors: string, fact: string, more?: string): string => {
  const step = (given: string, rest = "", held = FACT): string => `      - title: Step
        text: Words.
        actors: ${given}
${rest}        facts:
${held}
`;
  const sound = step("[state/aa, state/bb]");
  return `tours:
  - id: walk
    title: A walk
    question: Where to?
    steps:
${step(actors, more === undefined ? "" : `        ${more}\n`, fact)}${sound}${sound}`;
};

const CASES: readonly Case[] = [
  // The file as text
  { name: "bad YAML", code: "yaml-syntax", file: AA, edit: ["{ en: Aaland }", "{ en: Aaland"] },
  { name: "an empty file", code: "yaml-syntax", file: AA, content: "", at: [1, 1] },
  { name: "a list in place of a record", code: "field-missing", file: AA, content: "- a\n", at: [1, 1] },
  {
    name: "a duplicate key",
    code: "yaml-duplicate-key",
    file: AA,
    edit: ["summary:", "kind: state\nsummary:"],
    at: [4, 1],
  },
  {
    name: "an alias",
    code: "yaml-feature",
    file: AA,
    edit: ["A fictional state.", "*s"],
    value: "*s",
    at: [4, 10],
  },
  {
    name: "an anchor",
    code: "yaml-feature",
    file: AA,
    edit: ["A fictional", "&s A fictional"],
    value: "&s",
    at: [4, 13],
  },
  {
    name: "a tag",
    code: "yaml-feature",
    file: AA,
    edit: ["A fictional", "!secret A fictional"],
    at: [4, 10],
    follows: ["yaml-feature"],
  },
  {
    name: "several documents",
    code: "yaml-feature",
    file: AA,
    edit: ["summary: A fictional state.\n", "---\nid: state/ab\n"],
    at: [4, 1],
  },
  {
    name: "an unknown directive",
    code: "yaml-feature",
    file: AA,
    edit: ["id:", "%FOO bar\n---\nid:"],
    at: [1, 1],
    follows: ["yaml-syntax"],
  },
  {
    name: "a YAML 1.1 directive",
    code: "yaml-feature",
    file: AA,
    edit: ["id:", "%YAML 1.1\n---\nid:"],
    at: [1, 1],
  },
  {
    name: "a tag directive",
    code: "yaml-feature",
    file: AA,
    edit: ["id:", "%TAG ! tag:example.org,2000:\n---\nid:"],
    at: [1, 1],
  },
  {
    name: "bytes that are not UTF-8",
    code: "file-encoding",
    file: AA,
    content: Uint8Array.of(0x69, 0x64, 0x3a, 0x20, 0xff, 0xfe),
    remedy: "UTF-8",
  },
  {
    name: "a __proto__ key",
    code: "key-forbidden",
    file: AA,
    edit: ["en: Aaland", "en: Aaland, __proto__: x"],
    at: [3, 22],
    value: "__proto__",
  },
  {
    name: "a constructor key",
    code: "key-forbidden",
    file: ONE,
    edit: ["mode: river", "constructor: river"],
    at: [14, 36],
  },
  {
    name: "a prototype key at the top",
    code: "key-forbidden",
    file: AA,
    edit: ["summary:", "prototype:"],
    at: [4, 1],
  },
  {
    name: "nesting beyond any record",
    code: "depth-limit",
    file: AA,
    edit: ["A fictional state.", "[".repeat(20) + "]".repeat(20)],
    follows: ["field-invalid"],
  },
  {
    name: "nesting beyond the parser's limit",
    code: "depth-limit",
    file: AA,
    edit: ["A fictional state.", "[".repeat(90) + "]".repeat(90)],
  },
  {
    name: "a missing vocabulary file",
    code: "file-missing",
    file: "vocab/units.yaml",
    isDeleted: true,
    follows: ["unit-unknown"],
  },
  { name: "a missing dataset file", code: "file-missing", file: "dataset.yaml", isDeleted: true },
  { name: "an unexpected file", code: "file-unexpected", file: "notes/todo.yaml", content: "a: b\n", at: [1, 1] },
  // The record as a shape
  {
    name: "an unknown field",
    code: "field-unknown",
    file: AA,
    edit: ["summary:", "sumary:"],
    at: [4, 1],
    value: "sumary",
    remedy: "`summary`",
  },
  {
    name: "an unknown field of a claim",
    code: "field-unknown",
    file: ONE,
    edit: ["    credibility: 3", "    certainty: low\n    credibility: 3"],
    at: [20, 5],
  },
  {
    name: "a missing field",
    code: "field-missing",
    file: AA,
    edit: ["label: { en: Aaland }\n", ""],
    remedy: "label",
    at: [1, 1],
  },
  {
    name: "a missing field of a claim",
    code: "field-missing",
    file: ONE,
    edit: ["    paraphrase: Drones went to Beland.\n", ""],
    remedy: "paraphrase",
    at: [12, 5],
  },
  {
    name: "an unknown kind",
    code: "field-invalid",
    file: AA,
    edit: ["kind: state", "kind: sate"],
    at: [2, 7],
    remedy: "`state`",
  },
  {
    name: "an unknown status",
    code: "field-invalid",
    file: ONE,
    edit: ["status: reported", "status: reprted"],
    at: [15, 13],
    remedy: "`reported`",
  },
  {
    name: "an id with capitals",
    code: "field-invalid",
    file: AA,
    edit: ["id: state/aa", "id: state/AA"],
    at: [1, 5],
  },
  {
    name: "a bad credibility",
    code: "field-invalid",
    file: ONE,
    edit: ["credibility: 3", "credibility: 7"],
    at: [20, 18],
  },
  {
    name: "characters that end before they start",
    code: "field-invalid",
    file: ONE,
    edit: ["[0, 10]", "[10, 10]"],
    at: [17, 20],
  },
  {
    name: "a paraphrase of 301 characters",
    code: "field-invalid",
    file: ONE,
    edit: ["Drones went to Beland.", LONG],
    at: [21, 17],
  },
  {
    name: "both rel and attr",
    code: "claim-subject",
    file: ONE,
    edit: ["    slots:", "    attr: [state/aa, motto, Onward]\n    slots:"],
    at: [12, 5],
    remedy: "rel",
  },
  {
    name: "neither rel nor attr",
    code: "claim-subject",
    file: ONE,
    edit: ["    attr: [state/aa, motto, Onward]\n", ""],
    at: [36, 5],
  },
  // Dates
  {
    name: "a bad date",
    code: "time-invalid",
    file: ONE,
    edit: ["time: 2024-04", "time: 2024-14"],
    at: [18, 11],
    value: "2024-14",
  },
  {
    name: "a day the month does not have",
    code: "time-invalid",
    file: ONE,
    edit: ["time: 2024-04", "time: 2023-02-29"],
    at: [18, 11],
  },
  {
    name: "a season",
    code: "time-invalid",
    file: ONE,
    edit: ["time: 2024-04", "time: 2023-21"],
    at: [18, 11],
  },
  {
    name: "a set",
    code: "time-invalid",
    file: ONE,
    edit: ["time: 2024-04", 'time: "[2022,2023]"'],
    at: [18, 11],
  },
  {
    name: "an exponent year",
    code: "time-invalid",
    file: ONE,
    edit: ["time: 2024-04", "time: Y-17E7"],
    at: [18, 11],
  },
  {
    name: "an interval back to front",
    code: "time-invalid",
    file: ONE,
    edit: ["time: 2024-04", "time: 2024/2023"],
    at: [18, 11],
  },
  {
    name: "a claim after its publication",
    code: "claim-after-publication",
    file: ONE,
    edit: ["time: 2024-04", "time: 2024-05-12"],
    at: [18, 11],
    remedy: "modality",
  },
  {
    name: "an interval that ends after the publication",
    code: "claim-after-publication",
    file: ONE,
    edit: ["time: 2024-04", "time: 2024-04/2025"],
    at: [18, 11],
  },
  // Ids
  {
    name: "a duplicate claim id",
    code: "id-duplicate",
    file: ONE,
    edit: ["id: c4", "id: c2"],
    at: [36, 9],
    value: "source/one#c2",
  },
  {
    name: "an actor id in two files",
    code: "id-duplicate",
    file: "actors/state/bb.yaml",
    edit: ["id: state/bb", "id: state/aa"],
    at: [1, 5],
    remedy: AA,
  },
  {
    name: "an id that is not its path",
    code: "id-path-mismatch",
    file: "actors/state/zz.yaml",
    content: "id: state/cc\nkind: state\nlabel: { en: Ceeland }\nmergedInto: state/aa\n",
    at: [1, 5],
    remedy: "actors/state/cc.yaml",
  },
  {
    name: "a source id that is not its path",
    code: "id-path-mismatch",
    file: "sources/two.yaml",
    content: base(ONE).replace("source/one", "source/three"),
    at: [1, 5],
    remedy: "sources/three.yaml",
  },
  // Text
  {
    name: "a bidirectional control in a name",
    code: "text-control",
    file: AA,
    edit: ["Aaland", `Aa${RLO}land`],
    at: [3, 14],
    remedy: "U+202E",
  },
  {
    name: "a zero-width space",
    code: "text-control",
    file: AA,
    edit: ["fictional", `fic${ZWSP}tional`],
    at: [4, 10],
    remedy: "U+200B",
  },
  {
    name: "a byte order mark inside a text",
    code: "text-control",
    file: AA,
    edit: ["fictional", `fic${BOM}tional`],
    at: [4, 10],
  },
  {
    name: "an escaped control character",
    code: "text-control",
    file: AA,
    edit: ["A fictional state.", '"A\\u0000b"'],
    at: [4, 10],
    remedy: "U+0000",
  },
  {
    name: "text that is not composed",
    code: "text-not-nfc",
    file: AA,
    edit: ["Aaland", "A\u030Aland"],
    at: [3, 14],
  },
  {
    name: "a javascript address",
    code: "url-invalid",
    file: ONE,
    edit: ["https://example.org/one", "javascript:alert(1)"],
    at: [6, 6],
  },
  {
    name: "an address with credentials",
    code: "url-invalid",
    file: ONE,
    edit: ["https://example.org/one", "https://me:secret@example.org/"],
    at: [6, 6],
  },
  {
    name: "an address with a text fragment",
    code: "url-invalid",
    file: ONE,
    edit: ["https://example.org/one", "https://example.org/#:~:text=a"],
    at: [6, 6],
  },
  // References
  {
    name: "an unknown actor",
    code: "actor-unknown",
    file: ONE,
    edit: ["rel: [org/acme,", "rel: [org/acm,"],
    at: [23, 11],
    value: "org/acm",
    remedy: "did you mean `org/acme`",
    follows: ["actor-unused"],
  },
  {
    name: "an unknown speaker",
    code: "actor-unknown",
    file: ONE,
    edit: ["actor: org/daily", "actor: org/dayly"],
    at: [25, 35],
    remedy: "`org/daily`",
  },
  {
    name: "an unknown publisher",
    code: "actor-unknown",
    file: ONE,
    edit: ["publisher: org/daily", "publisher: org/dalyi"],
    at: [3, 12],
    remedy: "`org/daily`",
  },
  {
    name: "an unknown country",
    code: "actor-unknown",
    file: "actors/org/acme.yaml",
    edit: ["subtype: company", "subtype: company\ncountry: state/ab"],
    at: [5, 10],
    remedy: "`state/aa`",
  },
  {
    name: "an unknown source of derivation",
    code: "source-unknown",
    file: ONE,
    edit: ["lang: en", "lang: en\nderivedFrom: source/two"],
    at: [8, 14],
    remedy: "source",
  },
  {
    name: "an unknown source of a spelling",
    code: "source-unknown",
    file: AA,
    edit: ["summary:", "names: [{ text: Aalant, type: spelling, seenIn: [source/on] }]\nsummary:"],
    at: [4, 50],
    remedy: "`source/one`",
  },
  {
    name: "an unknown actor of a starter",
    code: "actor-unknown",
    file: "starters.yaml",
    content: "starters:\n  - { id: s, title: S, question: Who?, actors: [state/aa, state/bc] }\n",
    at: [2, 59],
    remedy: "`state/bb`",
  },
  {
    name: "an unknown relation type",
    code: "type-unknown",
    file: ONE,
    edit: ["aa, supplies,", "aa, suplies,"],
    at: [13, 21],
    value: "suplies",
    remedy: "did you mean `supplies`",
  },
  {
    name: "a wrong domain",
    code: "domain-violation",
    file: ONE,
    edit: newClaim("[materiel/drone, supplies, state/bb]"),
    at: [37, 11],
    remedy: "state, org",
  },
  {
    name: "a wrong range",
    code: "range-violation",
    file: ONE,
    edit: newClaim("[state/aa, supplies, org/acme]"),
    at: [37, 31],
    value: "org/acme",
    remedy: "state",
  },
  {
    name: "an unknown slot",
    code: "slot-unknown",
    file: ONE,
    edit: ["mode: river", "mod: river"],
    at: [14, 41],
    remedy: "`mode`",
  },
  {
    name: "a slot value outside the list",
    code: "slot-invalid",
    file: ONE,
    edit: ["mode: river", "mode: rivr"],
    at: [14, 42],
    remedy: "`river`",
  },
  {
    name: "a slot actor of the wrong kind",
    code: "slot-invalid",
    file: ONE,
    edit: ["item: materiel/drone", "item: org/acme"],
    at: [14, 20],
    remedy: "materiel",
    follows: ["actor-unused"],
  },
  {
    name: "a slot actor that does not exist",
    code: "actor-unknown",
    file: ONE,
    edit: ["item: materiel/drone", "item: materiel/drome"],
    at: [14, 20],
    remedy: "`materiel/drone`",
    follows: ["actor-unused"],
  },
  {
    name: "a missing required slot",
    code: "slot-missing",
    file: ONE,
    edit: newClaim("[state/aa, sends, state/bb]"),
    at: [36, 5],
    remedy: "category",
  },
  {
    name: "a unit outside the vocabulary",
    code: "unit-unknown",
    file: ONE,
    edit: ["unit: rounds", "unit: round"],
    at: [19, 41],
    remedy: "`rounds`",
  },
  { name: "a minimum above the maximum", code: "quantity-invalid", file: ONE, edit: ["min: 10", "min: 21"], at: [19, 5] },
  { name: "a quantity without a number", code: "quantity-invalid", file: ONE, edit: ["min: 10, max: 20, ", ""], at: [19, 5] },
  {
    name: "a paragraph beyond the last",
    code: "para-out-of-range",
    file: ONE,
    edit: ["para: 4", "para: 10"],
    at: [33, 17],
    remedy: "9",
  },
  {
    name: "a claim without its place in a text that was at hand",
    code: "locator-missing",
    file: ONE,
    edit: ["    at: { para: 4, chars: [21, 30], anchor: 2123456789abcdef }\n", ""],
    at: [29, 5],
    value: "source/one#c3",
    remedy: "para",
  },
  {
    name: "a place in a text that was not at hand",
    code: "locator-unfounded",
    file: ONE,
    content: base(ONE)
      .replace("paraCount: 9\n", "")
      .replace(/ {4}at: .*\n/g, "")
      .replace("    time: 2024-04\n", "    at: { para: 1, chars: [0, 10], anchor: 0123456789abcdef }\n    time: 2024-04\n"),
    at: [16, 5],
    remedy: "bodySha256",
  },
  { name: "paragraph zero", code: "para-out-of-range", file: ONE, edit: ["para: 4", "para: 0"], at: [33, 17] },
  {
    name: "a range of paragraphs from zero",
    code: "para-out-of-range",
    file: ONE,
    edit: ["para: [2, 3]", "para: [0, 3]"],
    at: [26, 11],
  },
  {
    name: "a range of paragraphs back to front",
    code: "para-out-of-range",
    file: ONE,
    edit: ["para: [2, 3]", "para: [3, 2]"],
    at: [26, 11],
  },
  {
    name: "a cycle of an acyclic type",
    code: "cycle",
    file: ONE,
    edit: newClaim("[org/daily, part-of, org/acme]"),
    at: [37, 5],
    remedy: "org/acme",
  },
  {
    name: "a relation of an actor to itself",
    code: "self-relation",
    file: ONE,
    edit: newClaim("[state/aa, supplies, state/aa]"),
    at: [37, 31],
  },
  {
    name: "linked-to without a note",
    code: "note-missing",
    file: ONE,
    edit: newClaim("[state/aa, linked-to, org/acme]"),
    at: [36, 5],
    remedy: "curatorNote",
  },
  {
    name: "a claim that supersedes nothing",
    code: "supersedes-unknown",
    file: ONE,
    edit: ["    attr: [state/aa", "    supersedes: c9\n    attr: [state/aa"],
    at: [37, 17],
    value: "c9",
  },
  {
    name: "an unknown subtype",
    code: "subtype-unknown",
    file: "actors/org/acme.yaml",
    edit: ["subtype: company", "subtype: compani"],
    at: [4, 10],
    remedy: "`company`",
  },
  {
    name: "an unknown class of materiel",
    code: "subtype-unknown",
    file: DRONE,
    edit: ["class: uav", "class: uaw"],
    at: [4, 8],
    remedy: "`uav`",
  },
  {
    name: "an actor that no claim names",
    code: "actor-unused",
    file: "actors/org/idle.yaml",
    content: "id: org/idle\nkind: org\nlabel: { en: Idle }\nsubtype: media\n",
    at: [1, 5],
    value: "org/idle",
  },
  {
    name: "a starter view of an unknown actor",
    code: "actor-unknown",
    file: "starters.yaml",
    content: starter("actors: [state/aa, state/ab]"),
    at: [5, 24],
    remedy: "`state/aa`",
  },
  {
    name: "a tour that shows an unknown actor",
    code: "actor-unknown",
    file: "tours.yaml",
    content: tour("[state/aa, state/bb, state/bx]", FACT),
    at: [8, 38],
    value: "state/bx",
    remedy: "`state/bb`",
  },
  {
    name: "a tour whose step rests on a relation that is not there",
    code: "tour-unfounded",
    file: "tours.yaml",
    content: tour("[state/aa, state/bb]", FACT.replace("supplies", "attacks")),
    at: [10, 13],
    value: "state/aa attacks state/bb",
  },
  {
    name: "a tour whose text was written for another status",
    code: "tour-unfounded",
    file: "tours.yaml",
    content: tour("[state/aa, state/bb]", FACT.replace("reported", "confirmed")),
    at: [11, 21],
    value: "confirmed",
    remedy: "mend text and status",
  },
  {
    name: "a tour that draws on a claim of another relation",
    code: "tour-unfounded",
    file: "tours.yaml",
    content: tour("[state/aa, state/bb]", FACT.replace("one#c1", "one#c3")),
    at: [12, 22],
    value: "source/one#c3",
  },
  {
    name: "a tour that draws on what was published later than the day of its step",
    code: "tour-unfounded",
    file: "tours.yaml",
    content: tour("[state/aa, state/bb]", FACT.replace("status: reported", "status: hidden"), 'knownOn: "1999-12-31"'),
    at: [13, 22],
    value: "source/one#c1",
  },
  {
    name: "two starters of one id",
    code: "id-duplicate",
    file: "starters.yaml",
    content: `${starter("actors: [state/aa, state/bb]")}${starter("actors: [state/aa, state/bb]").replace("starters:\n", "")}`,
    at: [6, 9],
    value: "first",
  },
  {
    name: "a saved question without the side it asks about",
    code: "query-invalid",
    file: "starters.yaml",
    content: starter("actors: [state/aa, state/bb]\n    ask: {query: paths, from: [state/aa]}"),
    at: [6, 5],
    remedy: "to: [<actor>]",
  },
  {
    name: "a saved question with a side it does not take",
    code: "query-invalid",
    file: "starters.yaml",
    content: starter("actors: [state/aa, state/bb]\n    ask: {query: support, of: [state/aa], to: [state/bb]}"),
    at: [6, 43],
    remedy: "`support` takes of",
  },
  {
    name: "a saved question about an unknown relation type",
    code: "type-unknown",
    file: "starters.yaml",
    content: starter("actors: [state/aa, state/bb]\n    ask: {query: neighbors, of: [state/aa], types: [suplies]}"),
    at: [6, 53],
    remedy: "`supplies`",
  },
  {
    name: "a saved question whose sides are the same",
    code: "query-invalid",
    file: "starters.yaml",
    content: starter("actors: [state/aa, state/bb]\n    ask: {query: paths, from: [state/aa], to: [state/aa]}"),
    at: [6, 43],
    value: "state/aa",
  },
  {
    name: "a saved question that does not find an expected actor",
    code: "question-missed",
    file: "starters.yaml",
    content: starter(
      "actors: [state/aa, state/bb]\n    ask: {query: between, from: [state/aa], to: [state/bb]}\n    expect: {actors: [state/aa, org/acme]}",
    ),
    at: [7, 33],
    value: "org/acme",
  },
  {
    name: "a saved question that does not find an expected relation",
    code: "question-missed",
    file: "starters.yaml",
    content: starter(
      "actors: [state/aa, state/bb]\n    ask: {query: between, from: [state/aa], to: [state/bb]}\n    expect: {relations: [[state/bb, supplies, state/aa]]}",
    ),
    at: [7, 26],
    remedy: "it finds state/aa supplies state/bb",
  },
  {
    name: "fewer claims than expected",
    code: "expectation-missed",
    file: "expectations.yaml",
    content: "claims: { min: 40 }\n",
    value: "claims = 4",
    remedy: "40",
  },
];

const folders: string[] = [];
function folder(): string {
  const dir = newFolder();
  folders.push(dir);
  return dir;
}
afterAll(() => {
  for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});

function filesOf({ file, edit, content, isDeleted, also }: Case): Record<string, string | Uint8Array | undefined> {
  if (edit === undefined) return { ...BASE_FILES, ...also, [file]: isDeleted === true ? undefined : content };
  const text = base(file);
  if (!text.includes(edit[0])) throw new Error(`the base data has no ${edit[0]}`);
  return { ...BASE_FILES, ...also, [file]: text.replace(edit[0], () => edit[1]) };
}

function codesOf(issues: readonly Issue[]): string[] {
  return issues.map((i) => i.code).sort();
}

let out = "";
let good: Record<string, string> = {};
beforeAll(() => {
  out = folder();
  const dataDir = writeFolder(folder(), BASE_FILES);
  const lines: string[] = [];
  const ok = build({ dataDir, outDir: out, cacheDir: folder() }, (line) => lines.push(line));
  if (!ok) throw new Error(lines.join("\n"));
  good = bytesOf(out);
});

describe("the data folder of these tests", () => {
  it("is sound and builds", () => {
    const { issues, compiled } = compileGraph(writeFolder(folder(), BASE_FILES));
    expect(issues).toEqual([]);
    expect(compiled?.graph.actors.size).toBe(5);
    expect([...(compiled?.graph.relations.values() ?? [])].map((r) => r.type.id).sort()).toEqual([
      "allied-with",
      "part-of",
      "supplies",
    ]);
    expect(
      Object.keys(good)
        .map((name) => name.replace(/-[0-9a-f]{12}/, ""))
        .sort(),
    ).toEqual(["claims/0.json", "claims/findings-0.json", "graph.json"]);
  });

  it("has a case for every code an author can meet", () => {
    const covered = new Set(CASES.map((c) => c.code));
    expect(covered.size).toBeGreaterThanOrEqual(35);
  });
});

describe.each(CASES)("$name", (broken) => {
  const dir = (): string => writeFolder(folder(), filesOf(broken));

  it(`is reported as ${broken.code} where it stands`, () => {
    const { issues, compiled } = compileGraph(dir());
    expect(compiled === undefined, "it compiled").toBe(true);
    expect(codesOf(issues)).toEqual([broken.code, ...(broken.follows ?? [])].sort());
    const found = issues.find((i) => i.code === broken.code && i.file === broken.file);
    expect(found, JSON.stringify(issues)).toBeDefined();
    if (broken.at !== undefined) expect([found?.line, found?.col]).toEqual(broken.at);
    if (broken.value !== undefined) expect(found?.value).toBe(broken.value);
    if (broken.remedy !== undefined) expect(found?.remedy).toContain(broken.remedy);
  });

  it("fails the build and leaves every byte of the last snapshot", () => {
    const lines: string[] = [];
    const outDir = folder();
    cpSync(out, outDir, { recursive: true });
    const ok = build({ dataDir: dir(), outDir, cacheDir: folder() }, (line) => lines.push(line));
    expect(ok).toBe(false);
    expect(bytesOf(outDir)).toEqual(good);
    expect(lines.some((line) => line.includes(broken.file) && line.includes(broken.code))).toBe(true);
  });
});

describe("several broken files", () => {
  const files = {
    ...BASE_FILES,
    "vocab/units.yaml": "units: [\n",
    [ONE]: base(ONE).replace("mode: river", "mode: rivr").replace("para: 4", "para: 44").replace("aa, supplies,", "aa, suplies,"),
    "actors/org/acme.yaml": base("actors/org/acme.yaml").replace("company", "compani"),
    "actors/state/cc.yaml": "id: state/cc\nkynd: state\n",
  };

  it("are all reported in one run, sorted by file, line and column", () => {
    const { issues } = compileGraph(writeFolder(folder(), files));
    expect(new Set(codesOf(issues))).toEqual(
      new Set(["field-missing", "subtype-unknown", "para-out-of-range", "type-unknown", "unit-unknown", "yaml-syntax"]),
    );
    const places = issues.map((i) => [i.file, i.line ?? 0, i.col ?? 0] as const);
    const sorted = [...places].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2]));
    expect(places).toEqual(sorted);
    expect(new Set(places.map(([file]) => file)).size).toBe(4);
  });

  it("are reported alike the second time, when the sound files come from the cache", () => {
    const dir = writeFolder(folder(), files);
    const cacheDir = join(folder(), "yaml");
    const first = compileGraph(dir, { cacheDir });
    const second = compileGraph(dir, { cacheDir });
    expect(second.issues).toEqual(first.issues);
    expect(second.read.cached).toBeGreaterThan(0);
  });
});
