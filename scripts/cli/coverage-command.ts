// Answers: what does `entente coverage` say of where the record is thick or thin?
import { COVERAGE_COLUMNS, coverageOf, UNDATED, WIDEST } from "../../src/graph/analysis/coverage.ts";
import { MODALITIES } from "../../src/model/kinds.ts";
import { countText, titleOf } from "../../src/model/text.ts";
import type { Loaded } from "../compile.ts";
import { actorJson, labelOf, type Output } from "./output.ts";
import { actorsOf, filterOf, numberOf, type QueryValues, UsageError } from "./query-options.ts";

const MOST = 20;

/** Of the actors named, or of the best covered. All that is recorded counts, denials, plans and judgements too, unless `--modality` picks. */
export function coverage({ graph }: Loaded, words: readonly string[], values: QueryValues): Output {
  const by = COVERAGE_COLUMNS.find((known) => known === (values.by ?? "event"));
  if (by === undefined) throw new UsageError(`--by takes ${COVERAGE_COLUMNS.join(", ")}, not \`${values.by}\`.`);
  const actors = words.length === 0 ? undefined : actorsOf(graph, words);
  if (actors !== undefined && values.top !== undefined)
    throw new UsageError("--top is for the best covered: name no actor with it.");
  const asked = filterOf(graph, values);
  const filter = { ...asked, modalities: asked.modalities ?? new Set(MODALITIES), opinions: true, denials: true };
  const most = actors === undefined ? (numberOf(values.top, "--top") ?? MOST) : undefined;
  const found = coverageOf(graph, { by, actors, most, filter });
  const rows = found.rows.map((id) => ({
    ...actorJson(graph, id),
    ...found.totals.get(id),
    cells: Object.fromEntries(found.columns.flatMap((key) => [[key, found.cells.get(id)?.get(key)]]).filter(([, cell]) => cell)),
  }));
  const lines = found.rows.flatMap((id) => {
    const total = found.totals.get(id);
    const cells = found.columns.flatMap((key) => {
      const cell = found.cells.get(id)?.get(key);
      return cell === undefined ? [] : [`${key} ${cell.claims.length}·${cell.origins}`];
    });
    const head = `${titleOf(labelOf(graph, id))}  [${countText(total?.claims.length ?? 0, "claim")}; ${countText(total?.sources ?? 0, "source")}; ${countText(total?.origins ?? 0, "origin")}]`;
    return [head, `  ${cells.length === 0 ? "not recorded" : cells.join("  ")}`];
  });
  const key = by === "event" ? `; ${UNDATED} = no date, an open beginning or over ${WIDEST} years` : "";
  const end = `${found.rows.length} of ${countText(found.of, "actor")}; ${countText(found.claims, "claim")} about them. Column claims·origins${key}. A column not named is not recorded, which is not “nothing happened”`;
  return {
    code: 0,
    json: { by, columns: found.columns, of: found.of, claims: found.claims, actors: rows },
    text: [...lines, end].join("\n"),
  };
}
