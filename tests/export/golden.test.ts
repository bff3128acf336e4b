import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { EXPORT_FORMATS } from "../../src/export/formats.ts";
import type { Recipe } from "../../src/export/recipe.ts";
import type { ActorId } from "../../src/model/ids.ts";
import { extracted, fixtureOf } from "../support/hostile.ts";
import { bytesOfExport, textOfExport, unzipped } from "../support/read-exports.ts";
import { datasetOf } from "../support/small-data.ts";

const GOLDEN = fileURLToPath(new URL("../golden/export", import.meta.url));

/** Something of everything: an allegation, a dispute, an opinion set aside, a slot, a quantity, a date, other scripts. */
const DATA = datasetOf(
  [
    [
      "state/kp",
      "supplies",
      "state/ru",
      { item: "materiel/shell" },
      { status: "alleged", time: "2023-09/2024-02", quantity: { min: 3000, unit: "rounds" } },
    ],
    [
      "state/kp",
      "allied-with",
      "state/ru",
      {},
      { status: "confirmed", by: { voice: "party", actor: "state/ru" as ActorId }, time: "2024-06-19" },
    ],
    ["state/ru", "attacks", "state/ua", {}, {}],
    ["state/ru", "attacks", "state/ua", {}, { status: "denied", by: { voice: "party", actor: "state/ru" as ActorId } }],
    ["state/kp", "attacks", "state/ua", {}, { opinion: true, modality: "hypothetical" }],
  ],
  {
    "state/kp": { label: { en: "North Korea", ko: "조선" }, summary: 'A "state" & more' },
    "state/ru": { label: { en: "Russia", ru: "Россия" }, ids: { wikidata: "Q159" } },
    "state/ua": { label: { en: "Ukraine", uk: "Україна" } },
    "materiel/shell": { label: { en: "artillery shells" }, extra: { class: "artillery-round" } },
  } as unknown as Parameters<typeof datasetOf>[1],
);
const RECIPE: Recipe = {
  scope: { kind: "neighborhood", seeds: ["state/kp" as ActorId], depth: 2, direction: "both" },
  filter: {},
};
const EXTRACT = extracted(fixtureOf(DATA), RECIPE);

describe("golden files", () => {
  it.each(EXPORT_FORMATS.map((f) => [f.name, f] as const))("%s is written as it was", async (name, format) => {
    if (format.isText) {
      await expect(textOfExport(EXTRACT, format)).toMatchFileSnapshot(join(GOLDEN, `${name}.${format.extension}`));
      return;
    }
    const files = Object.entries(unzipped(bytesOfExport(EXTRACT, format)));
    expect(files.length).toBeGreaterThan(1);
    for (const [file, text] of files) await expect(text).toMatchFileSnapshot(join(GOLDEN, name, file));
  });
});
