// Answers: what is the smallest data folder that builds? Fictional actors, one source, four claims.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const TYPE = (id: string, more: string): string => `  - id: ${id}
    label: ${id}
    inverse: { id: ${id}-inverse, label: ${id} inverse }
    verb: { third: ${id}s, base: ${id} }
    definition: One thing to another.
    example: One does.
    counterExample: One does not.
${more}`;

export const BASE_FILES: Readonly<Record<string, string>> = {
  "dataset.yaml": `id: base
title: Base
version: "1"
license: CC0-1.0
description: A fictional dataset.
`,
  "vocab/relations.yaml": `types:
${TYPE(
  "supplies",
  `    phrase: "{from} {verb}[ {item} to] {to}"
    from: [state, org]
    to: [state]
    polarity: supportive
    keyBy: [item]
    slots:
      item: { kinds: [materiel] }
      mode: { values: [land, river] }
    quantity: true
`,
)}${TYPE(
  "sends",
  `    phrase: "{from} {verb} {category} to {to}"
    from: [state]
    to: [state]
    polarity: supportive
    keyBy: [category]
    slots:
      category: { values: [troops, workers], required: true }
`,
)}${TYPE(
  "part-of",
  `    phrase: "{from} {verb} {to}"
    from: [org]
    to: [org]
    polarity: structural
    acyclic: true
`,
)}${TYPE(
  "allied-with",
  `    phrase: "{from} {verb} {to}"
    from: [state]
    to: [state]
    polarity: supportive
    symmetric: true
`,
)}${TYPE(
  "linked-to",
  `    phrase: "{from} {verb} {to}"
    from: [state, org]
    to: [state, org]
    polarity: neutral
    symmetric: true
`,
)}`,
  "vocab/subtypes.yaml": `org: [company, media]
materiel: [uav, fuel]
`,
  "vocab/units.yaml": `units:
  - { id: rounds, one: round, many: rounds }
`,
  "actors/state/aa.yaml": `id: state/aa
kind: state
label: { en: Aaland }
summary: A fictional state.
`,
  "actors/state/bb.yaml": `id: state/bb
kind: state
label: { en: Beland }
`,
  "actors/org/acme.yaml": `id: org/acme
kind: org
label: { en: Acme }
subtype: company
`,
  "actors/org/daily.yaml": `id: org/daily
kind: org
label: { en: The Daily }
subtype: media
`,
  "actors/materiel/drone.yaml": `id: materiel/drone
kind: materiel
label: { en: Drone }
class: uav
`,
  "sources/one.yaml": `id: source/one
type: article
publisher: org/daily
title: One
published: 2024-05-10
url: https://example.org/one
lang: en
reliability: B
reliabilityReason: Fictional.
paraCount: 9
claims:
  - id: c1
    rel: [state/aa, supplies, state/bb]
    slots: { item: materiel/drone, mode: river }
    status: reported
    by: { voice: author }
    at: { para: 1, chars: [0, 10], anchor: 0123456789abcdef }
    time: 2024-04
    quantity: { min: 10, max: 20, unit: rounds }
    credibility: 3
    paraphrase: Drones went to Beland.
  - id: c2
    rel: [org/acme, part-of, org/daily]
    status: confirmed
    by: { voice: document, actor: org/daily }
    at: { para: [2, 3], chars: [11, 20], anchor: 1123456789abcdef }
    credibility: 2
    paraphrase: The Daily owns Acme.
  - id: c3
    rel: [state/bb, allied-with, state/aa]
    status: alleged
    by: { voice: witness }
    at: { para: 4, chars: [21, 30], anchor: 2123456789abcdef }
    credibility: 5
    paraphrase: They are friends.
  - id: c4
    attr: [state/aa, motto, Onward]
    status: reported
    by: { voice: author }
    at: { para: 5, chars: [31, 40], anchor: 3123456789abcdef }
    credibility: 4
    paraphrase: Aaland says onward.
`,
};

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "entente-test-"));
}

export function writeFolder(dir: string, files: Readonly<Record<string, string | Uint8Array | undefined>>): string {
  for (const [name, content] of Object.entries(files)) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

/** Every file below `dir` with its bytes as base64, by its path below `dir`. */
export function bytesOf(dir: string): Record<string, string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((e) => e.isFile());
  return Object.fromEntries(
    files
      .map((e) => join(e.parentPath, e.name))
      .sort()
      .map((path) => [path.slice(dir.length + 1), readFileSync(path).toString("base64")]),
  );
}
