// Answers: what is on the canvas, for those who read lists? Every command of the canvas works here.
import { ActionIcon } from "@mantine/core";
import { IconEyeOff, IconPlus } from "@tabler/icons-react";
import { relationParts } from "../../graph/phrases.ts";
import type { ActorId } from "../../model/ids.ts";
import { titleOf } from "../../model/text.ts";
import { commandsOf } from "../commands/commands.ts";
import { Sentence } from "../parts/Sentence.tsx";
import { KindSwatch, LineSample } from "../parts/Swatch.tsx";
import { useApp, useView, useVisible } from "../shell/app-context.ts";

export function Outline() {
  const { graph } = useApp();
  const visible = useVisible();
  const titles = visible.actors
    .map((id) => ({ id, title: titleOf(graph.actors.get(id)?.label ?? id) }))
    .sort((a, b) => a.title.localeCompare(b.title, "en"));
  return (
    <section aria-labelledby="outline-title" data-testid="outline">
      <h2 id="outline-title" tabIndex={-1}>
        Everything shown, as a list
      </h2>
      {titles.length === 0 ? <p className="muted">No actor is shown. Search for one, or reset the filters.</p> : null}
      <ul className="plain outline">
        {titles.map(({ id, title }) => (
          <OutlineActor key={id} id={id} title={title} />
        ))}
      </ul>
    </section>
  );
}

function OutlineActor({ id, title }: { readonly id: ActorId; readonly title: string }) {
  const app = useApp();
  const { selected } = useView();
  const visible = useVisible();
  const actor = app.graph.actors.get(id);
  if (actor === undefined) return null;
  const relations = (app.graph.relationsOf.get(id) ?? []).filter((edge) => visible.relations.has(edge.id));
  const more = visible.hiddenNeighbors.get(id) ?? 0;
  const isSelected = selected.includes(id);
  return (
    <li className={isSelected ? "is-selected" : undefined}>
      <div className="outline-row">
        <KindSwatch kind={actor.kind} />
        <button
          type="button"
          className="link outline-name"
          aria-current={isSelected ? "true" : undefined}
          onClick={() => commandsOf(app).select([id])}
        >
          <bdi>{title}</bdi>
        </button>
        <ActionIcon
          variant="subtle"
          size={28}
          aria-label={`Expand ${title}: ${more} neighbors not shown`}
          onClick={() => commandsOf(app).expand(id)}
        >
          <IconPlus size={15} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon variant="subtle" size={28} aria-label={`Hide ${title}`} onClick={() => commandsOf(app).hide(id)}>
          <IconEyeOff size={15} aria-hidden="true" />
        </ActionIcon>
      </div>
      {relations.length === 0 ? null : (
        <details>
          <summary>
            {relations.length} shown {relations.length === 1 ? "relation" : "relations"}
            <span className="sr-only"> of {title}</span>
          </summary>
          <ul className="plain">
            {relations.map((edge) => {
              const derived = visible.relations.get(edge.id);
              if (derived === undefined) return null;
              return (
                <li key={edge.id}>
                  <button type="button" className="relation-button" onClick={() => commandsOf(app).select([edge.id])}>
                    <LineSample status={derived.status} polarity={edge.type.polarity} />
                    <span>
                      <Sentence parts={relationParts(app.graph, edge, derived)} />
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </li>
  );
}
