// Answers: what does a link open here, and what must its reader be told?
import type { EntenteGraph } from "../../graph/graph.ts";
import type { Issue } from "../../model/issue.ts";
import { capitalized, countText } from "../../model/text.ts";
import { type Extent, type LinkedView, parseLink } from "../../state/link.ts";
import type { ViewState } from "../../state/view-state.ts";

export interface Opening {
  /** As it stands in the address. */
  readonly link: string;
  /** Absent when the link cannot be opened. */
  readonly view?: ViewState;
  /** What of it is to be in sight; absent: all. */
  readonly extent?: Extent | undefined;
  /** Sentences for the reader; none when the link gives back all it was made of. */
  readonly notes: readonly string[];
}

/** `what`: how sentences name it, "this link" or "the last session". */
export function openLink(link: string, graph: EntenteGraph, what = "this link"): Opening {
  const found = parseLink(link, graph);
  if (!found.ok) return { link, notes: [`${capitalized(what)} cannot be opened. ${refusalText(found.issues)}`] };
  return { link, view: found.value.view, extent: found.value.extent, notes: notesOf(found.value, graph, what) };
}

function refusalText(issues: readonly Issue[]): string {
  const [first] = issues;
  if (first === undefined) return "";
  const [part, place] = first.path;
  const where = [
    ...(part === undefined ? [] : [`part “${part}”`]),
    ...(typeof place === "number" ? [`entry ${place + 1}`] : []),
    ...(first.value === undefined || first.value === "" ? [] : [`“${first.value}”`]),
  ].join(", ");
  const more = issues.length === 1 ? "" : ` It has ${countText(issues.length - 1, "more fault")}.`;
  return `${first.message}${where === "" ? "" : ` (${where})`}${more}`;
}

function notesOf(found: LinkedView, graph: EntenteGraph, what: string): string[] {
  const { view, actorCount, unknownActors, unknownIds, datasetId, issues } = found;
  const notes: string[] = [];
  const [missing, parts] = [unknownActors.length, issues.length];
  if (datasetId !== graph.info.id)
    notes.push(`${capitalized(what)} was made for another dataset, “${datasetId}”: only what this one holds too is shown.`);
  else if (found.isOtherVersion)
    notes.push(`${capitalized(what)} was made with another version of the data: statuses may have changed.`);
  if (missing > 0) {
    const are = missing === 1 ? "is" : "are";
    notes.push(
      `${missing} of ${countText(actorCount, "actor")} of ${what} ${are} not in this dataset: ${unknownActors.join(", ")}.`,
    );
  }
  if (unknownIds.length > 0)
    notes.push(`${capitalized(what)} also names what is not known here and is left out: ${unknownIds.join(", ")}.`);
  if (parts > 0) {
    const are = parts === 1 ? "one part is" : `${parts} parts are`;
    const names = issues.map((i) => i.value).join(", ");
    notes.push(`${capitalized(what)} may come from a newer page: ${are} not known here and left out: ${names}.`);
  }
  if (view.focus !== undefined && !graph.actors.has(view.focus.actor)) {
    const { actor } = view.focus;
    notes.push(`${capitalized(what)} shows only what is near ${actor}, which is not in this dataset: so nothing is shown.`);
  }
  return notes;
}
