// Answers: what do several selected items have to do with each other?
import { Group } from "@mantine/core";
import { isKnownOn, type RelationEdge, statusOf } from "../../graph/graph.ts";
import { relationParts } from "../../graph/phrases.ts";
import { isActorId } from "../../model/ids.ts";
import { countText, titleOf } from "../../model/text.ts";
import { type ItemId, settingsOf } from "../../state/view-state.ts";
import { CommandButton } from "../commands/CommandButton.tsx";
import { commandsOf } from "../commands/commands.ts";
import { Sentence } from "../parts/Sentence.tsx";
import { KindSwatch, LineSample } from "../parts/Swatch.tsx";
import { useApp, useView } from "../shell/app-context.ts";

export function SeveralPanel({ selected }: { readonly selected: readonly ItemId[] }) {
  const app = useApp();
  const { filters } = useView("filters");
  const commands = commandsOf(app);
  const actors = selected.filter(isActorId).flatMap((id) => app.graph.actors.get(id) ?? []);
  const chosen = selected.filter((id) => !isActorId(id)).flatMap((id) => app.graph.relations.get(id) ?? []);
  const among = new Set(actors.map((a) => a.id));
  const between = [...among]
    .flatMap((id) => app.graph.relationsOf.get(id) ?? [])
    .filter((edge, i, all) => among.has(edge.from) && among.has(edge.to) && edge.from !== edge.to && all.indexOf(edge) === i)
    .filter((edge) => isKnownOn(edge, filters.knownOn));
  const sources = sharedSourcesOf(chosen.length > 0 ? chosen : between);
  const row = (edge: RelationEdge) => {
    const derived = statusOf(edge, settingsOf(filters));
    return (
      <li key={edge.id}>
        <button type="button" className="relation-button" data-testid="relation-item" onClick={() => commands.select([edge.id])}>
          <LineSample status={derived.status} polarity={edge.type.polarity} />
          <span>
            <Sentence parts={relationParts(app.graph, edge, derived)} />
          </span>
        </button>
      </li>
    );
  };
  return (
    <>
      <p className="eyebrow">Selection</p>
      <h2 className="headline">
        {[actors.length > 0 && countText(actors.length, "actor"), chosen.length > 0 && countText(chosen.length, "relation")]
          .filter(Boolean)
          .join(" and ")}
      </h2>
      {actors.length === 0 ? null : (
        <>
          <Group gap="xs" my="xs">
            {["hide", "pin", "select-neighbors"].map((id) => (
              <CommandButton key={id} id={id} targets={[...among]} />
            ))}
          </Group>
          <ul className="plain">
            {actors.map((actor) => (
              <li key={actor.id}>
                <button type="button" className="relation-button" onClick={() => commands.select([actor.id])}>
                  <KindSwatch kind={actor.kind} />
                  <bdi>{titleOf(actor.label)}</bdi>
                </button>
              </li>
            ))}
          </ul>
          <h3>Between them</h3>
          {between.length === 0 ? (
            <p className="muted">No relation between them is recorded. That does not mean there is none.</p>
          ) : (
            <ul className="plain">{between.map(row)}</ul>
          )}
        </>
      )}
      {chosen.length === 0 ? null : (
        <>
          <h3>Selected relations</h3>
          <ul className="plain">{chosen.map(row)}</ul>
        </>
      )}
      {sources.length === 0 ? null : (
        <>
          <h3>Sources they rest on</h3>
          <ul className="plain">
            {sources.map(([id, relations]) => (
              <li key={id}>
                {app.graph.sources.get(id)?.title ?? id} <span className="muted">· {countText(relations, "relation")}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Sources of these relations, those of most relations first. */
function sharedSourcesOf(edges: readonly RelationEdge[]) {
  const counts = new Map<RelationEdge["claims"][number]["source"], number>();
  for (const edge of edges)
    for (const source of new Set(edge.claims.map((c) => c.source))) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
