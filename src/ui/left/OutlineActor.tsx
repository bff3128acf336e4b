// Answers: how does an actor stand in the list, with its relations by type below it when it is open?
import { IconDots } from "@tabler/icons-react";
import { memo } from "react";
import { relationParts } from "../../graph/phrases.ts";
import type { ActorId, RelationId } from "../../model/ids.ts";
import type { ItemId } from "../../state/view-state.ts";
import { CommandIcon } from "../commands/CommandIcon.tsx";
import { commandsOf } from "../commands/commands.ts";
import { Sentence } from "../parts/Sentence.tsx";
import { KindSwatch, LineSample } from "../parts/Swatch.tsx";
import { useApp, useSettledVisible } from "../shell/app-context.ts";
import { OutlineItem } from "./OutlineItem.tsx";
import type { OutlineRow } from "./outline-rows.ts";

interface Props {
  readonly row: OutlineRow;
  /** Below it, in order; none while it is closed. */
  readonly rows: readonly OutlineRow[];
  readonly isOpen: boolean;
  readonly open: ReadonlySet<string> | undefined;
  /** Neighbors not on the canvas. */
  readonly more: number;
  /** The row of the tree that Tab leads to, when it is one of these. */
  readonly focusKey: string | undefined;
  readonly selected: ReadonlySet<ItemId>;
}

export const OutlineActor = memo(function OutlineActor({ row, rows, isOpen, open, more, focusKey, selected }: Props) {
  const app = useApp();
  const actor = app.graph.actors.get(row.key as ActorId);
  if (actor === undefined) return null;
  const stateOf = (other: OutlineRow) => ({
    row: other,
    isOpen: other === row ? isOpen : open?.has(other.key) === true,
    isStop: focusKey === other.key,
    isSelected: other.ids.every((id) => selected.has(id)),
  });
  const relationsOf = (type: OutlineRow) =>
    rows
      .filter(({ parent }) => parent === type.key)
      .map((relation) => (
        <OutlineItem key={relation.key} {...stateOf(relation)}>
          <RelationText id={relation.ids[0] as RelationId} />
        </OutlineItem>
      ));
  const types = rows
    .filter(({ level }) => level === 2)
    .map((type) => (
      <OutlineItem key={type.key} {...stateOf(type)} below={relationsOf(type)}>
        <span className="outline-name">{type.title} </span>
        <span className="count">{type.size}</span>
      </OutlineItem>
    ));
  return (
    <OutlineItem {...stateOf(row)} below={types}>
      <KindSwatch kind={actor.kind} />
      <bdi className="outline-name">{row.title}</bdi>
      {more === 0 ? null : (
        <button
          type="button"
          className="row-button"
          tabIndex={-1}
          data-part="expand"
          data-command="expand"
          aria-label={`Expand ${row.title}: ${more} neighbors not shown`}
          onClick={() => commandsOf(app).expand(actor.id)}
        >
          <CommandIcon id="expand" size={15} />
        </button>
      )}
      <button type="button" className="row-button" tabIndex={-1} data-part="menu" aria-label={`Commands for ${row.title}`}>
        <IconDots size={15} aria-hidden="true" />
      </button>
    </OutlineItem>
  );
});

function RelationText({ id }: { readonly id: RelationId }) {
  const { graph } = useApp();
  const edge = graph.relations.get(id);
  const derived = useSettledVisible().relations.get(id);
  if (edge === undefined || derived === undefined) return null;
  return (
    <>
      <LineSample status={derived.status} polarity={edge.type.polarity} />
      <span>
        <Sentence parts={relationParts(graph, edge, derived)} />
      </span>
    </>
  );
}
