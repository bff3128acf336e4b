// Answers: how does an actor stand in the list, with its relations by type below it when it is open?
import { ActionIcon } from "@mantine/core";
import { IconChevronRight, IconDots } from "@tabler/icons-react";
import { memo } from "react";
import { relationParts } from "../../graph/phrases.ts";
import type { ActorId, RelationId } from "../../model/ids.ts";
import type { ItemId } from "../../state/view-state.ts";
import { CommandIcon } from "../commands/CommandIcon.tsx";
import { commandsOf } from "../commands/commands.ts";
import { Sentence } from "../parts/Sentence.tsx";
import { KindSwatch, LineSample } from "../parts/Swatch.tsx";
import { useApp, useVisible } from "../shell/app-context.ts";
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
  return (
    <Item row={row} isOpen={isOpen} isStop={focusKey === row.key} isSelected={selected.has(actor.id)}>
      <div className="outline-row">
        <Twist isShown={row.size > 0} />
        <KindSwatch kind={actor.kind} />
        <bdi className="outline-name">{row.title}</bdi>
        {more === 0 ? null : (
          <ActionIcon
            variant="subtle"
            size={28}
            tabIndex={-1}
            data-part="expand"
            data-command="expand"
            aria-label={`Expand ${row.title}: ${more} neighbors not shown`}
            onClick={() => commandsOf(app).expand(actor.id)}
          >
            <CommandIcon id="expand" size={15} />
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" size={28} tabIndex={-1} data-part="menu" aria-label={`Commands for ${row.title}`}>
          <IconDots size={15} aria-hidden="true" />
        </ActionIcon>
      </div>
      {isOpen ? (
        // biome-ignore lint/a11y/useSemanticElements: a group of a tree, not of a form
        <div role="group">
          {rows
            .filter(({ level }) => level === 2)
            .map((type) => (
              <Item
                key={type.key}
                row={type}
                isOpen={open?.has(type.key) === true}
                isStop={focusKey === type.key}
                isSelected={type.ids.every((id) => selected.has(id))}
              >
                <div className="outline-row">
                  <Twist isShown />
                  <span className="outline-name">{type.title}</span>
                  <span className="count">{type.size}</span>
                </div>
                {open?.has(type.key) === true ? (
                  // biome-ignore lint/a11y/useSemanticElements: a group of a tree, not of a form
                  <div role="group">
                    {rows
                      .filter(({ parent }) => parent === type.key)
                      .map((relation) => (
                        <Item
                          key={relation.key}
                          row={relation}
                          isStop={focusKey === relation.key}
                          isSelected={relation.ids.every((id) => selected.has(id))}
                        >
                          <RelationText id={relation.ids[0] as RelationId} />
                        </Item>
                      ))}
                  </div>
                ) : null}
              </Item>
            ))}
        </div>
      ) : null}
    </Item>
  );
});

interface ItemProps {
  readonly row: OutlineRow;
  readonly isOpen?: boolean;
  readonly isStop: boolean;
  readonly isSelected: boolean;
  readonly children: React.ReactNode;
}

function Item({ row, isOpen, isStop, isSelected, children }: ItemProps) {
  const count = row.level === 3 || row.size === 0 ? "" : `, ${row.size} ${row.level === 1 ? "relation types" : "relations"}`;
  return (
    <div
      role="treeitem"
      aria-level={row.level}
      aria-expanded={row.size === 0 ? undefined : isOpen === true}
      aria-selected={isSelected}
      aria-label={`${row.title}${count}`}
      tabIndex={isStop ? 0 : -1}
      className={isSelected ? "is-selected" : undefined}
      data-key={row.key}
    >
      {children}
    </div>
  );
}

/** The arrow that opens and closes; keys do the same. */
function Twist({ isShown }: { readonly isShown: boolean }) {
  return (
    <span className="twist" data-part={isShown ? "twist" : undefined} aria-hidden="true">
      {isShown ? <IconChevronRight size={14} /> : null}
    </span>
  );
}

function RelationText({ id }: { readonly id: RelationId }) {
  const { graph } = useApp();
  const edge = graph.relations.get(id);
  const derived = useVisible().relations.get(id);
  if (edge === undefined || derived === undefined) return null;
  return (
    <div className="outline-row outline-relation">
      <LineSample status={derived.status} polarity={edge.type.polarity} />
      <span>
        <Sentence parts={relationParts(graph, edge, derived)} />
      </span>
    </div>
  );
}
