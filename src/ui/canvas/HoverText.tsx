// Answers: what is it that the pointer rests on?
import { relationSentence } from "../../graph/phrases.ts";
import type { ActorId, RelationId } from "../../model/ids.ts";
import { titleOf } from "../../model/text.ts";
import { RELATION_STATUS_WORDS } from "../../model/words.ts";
import type { Hover } from "../../view/canvas/graph-view.ts";
import { KIND_STYLES } from "../../view/palette.ts";
import { useApp, useVisible } from "../shell/app-context.ts";

export function HoverText({ hover }: { readonly hover: Hover }) {
  const { graph } = useApp();
  const visible = useVisible();
  const actor = graph.actors.get(hover.id as ActorId);
  if (actor !== undefined) return `${titleOf(actor.label)} · ${KIND_STYLES[actor.kind].word}`;
  const edge = graph.relations.get(hover.id as RelationId);
  const derived = visible.relations.get(hover.id as RelationId);
  if (edge === undefined || derived === undefined) return null;
  return (
    <>
      <strong>{relationSentence(graph, edge, derived)}</strong>
      <br />
      {derived.status}: {RELATION_STATUS_WORDS[derived.status]}
    </>
  );
}
