// Answers: how is what is selected, or all that is shown, said in words?
import { statusOf } from "../../graph/graph.ts";
import { relationSentence } from "../../graph/phrases.ts";
import { type ActorId, isActorId, type RelationId } from "../../model/ids.ts";
import { ACTOR_KINDS, RELATION_STATUSES } from "../../model/kinds.ts";
import { countText } from "../../model/text.ts";
import { RELATION_STATUS_WORDS } from "../../model/words.ts";
import { settingsOf } from "../../state/view-state.ts";
import { KIND_STYLES } from "../../view/palette.ts";
import { type CommandContext, nameOf } from "./command.ts";

/** Actors named among those with most shown relations. */
const MOST = 5;

/** Paragraphs, of plain text. */
export function descriptionOf(context: CommandContext): readonly string[] {
  const { selected } = context.view;
  if (selected.length === 0) return ofEverything(context);
  const one = selected.length === 1;
  return [
    ...(one ? [] : [`${selected.length} selected.`]),
    ...selected.flatMap((id) => (isActorId(id) ? ofActor(context, id, one) : ofRelation(context, id))),
  ];
}

function ofActor(context: CommandContext, id: ActorId, isFull: boolean): string[] {
  const { app, visible } = context;
  const actor = app.graph.actors.get(id);
  if (actor === undefined) return [];
  const all = app.graph.relationsOf.get(id) ?? [];
  const shown = all.filter((edge) => visible.relations.has(edge.id));
  const more = visible.hiddenNeighbors.get(id) ?? 0;
  const head =
    `${nameOf(context, id)}, ${KIND_STYLES[actor.kind].word.toLowerCase()}. ` +
    `${shown.length} of ${countText(all.length, "relation")} shown; ${countText(more, "neighbor")} not on the canvas.`;
  if (!isFull) return [head];
  return [
    head,
    ...shown.flatMap((edge) => {
      const derived = visible.relations.get(edge.id);
      return derived === undefined ? [] : [`${relationSentence(app.graph, edge, derived)}.`];
    }),
  ];
}

function ofRelation({ app, view }: CommandContext, id: RelationId): string[] {
  const edge = app.graph.relations.get(id);
  if (edge === undefined) return [];
  const derived = statusOf(edge, settingsOf(view.filters));
  return [
    `${relationSentence(app.graph, edge, derived)}. ${derived.status}: ${RELATION_STATUS_WORDS[derived.status]}. ` +
      `${countText(derived.claims, "claim")}, ${countText(derived.origins, "independent origin")}` +
      `${derived.denials === 0 ? "" : `, ${countText(derived.denials, "denial")}`}.`,
  ];
}

function ofEverything(context: CommandContext): string[] {
  const { app, visible } = context;
  const kinds = ACTOR_KINDS.flatMap((kind) => {
    const n = visible.kinds.get(kind)?.visible ?? 0;
    return n === 0 ? [] : [`${KIND_STYLES[kind].word.toLowerCase()} ${n}`];
  });
  const statuses = RELATION_STATUSES.flatMap((status) => {
    const n = visible.statuses.get(status)?.visible ?? 0;
    return n === 0 ? [] : [`${status} ${n}`];
  });
  const degrees = new Map<ActorId, number>();
  for (const id of visible.relations.keys()) {
    const edge = app.graph.relations.get(id);
    if (edge !== undefined) for (const end of new Set([edge.from, edge.to])) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  }
  const ranked = [...degrees].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const most = ranked.slice(0, MOST).map(([id, n]) => `${nameOf(context, id)} ${n}`);
  return [
    `${countText(visible.actors.length, "actor")} of ${app.graph.actors.size} are shown${kinds.length === 0 ? "" : `: ${kinds.join(", ")}`}.`,
    `${countText(visible.relations.size, "relation")} of ${app.graph.relations.size} are shown${statuses.length === 0 ? "" : `: ${statuses.join(", ")}`}.`,
    ...(most.length === 0
      ? []
      : [
          `Most shown relations: ${most.join(", ")}${ranked.length > MOST ? `; ${ranked.length - MOST} more actors have fewer or as many` : ""}.`,
        ]),
    "What is not shown is not denied.",
  ];
}
