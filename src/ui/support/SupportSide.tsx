// Answers: who stands on one side of an actor, layer by layer, through which relations?
import { IconFocusCentered } from "@tabler/icons-react";
import type { ActorId } from "../../model/ids.ts";
import { countText } from "../../model/text.ts";
import { commandsOf } from "../commands/commands.ts";
import { PagedList } from "../parts/PagedList.tsx";
import { RelationButton } from "../parts/RelationButton.tsx";
import { useApp } from "../shell/app-context.ts";
import { layerTitle, type Stance, type SupportLayer, type SupportRow, sideTitle } from "./support-rows.ts";

interface Props {
  readonly stance: Stance;
  readonly direction: "in" | "out";
  readonly name: string;
  readonly layers: readonly SupportLayer[];
  readonly onActor: (id: ActorId) => void;
}

export function SupportSide({ stance, direction, name, layers, onActor }: Props) {
  const total = layers.reduce((sum, { rows }) => sum + rows.length, 0);
  const title = sideTitle(stance, direction, name);
  return (
    <section aria-label={title} data-testid={`support-${direction}`}>
      <h2 className="support-title">
        <bdi>{title}</bdi> <span className="count">{total}</span>
      </h2>
      {total === 0 ? <p className="muted">Not recorded under the current filters. That does not mean no one does.</p> : null}
      {layers.map(({ hops, rows }) => (
        <div key={hops}>
          <h3>
            {layerTitle(stance, direction, hops)} <span className="count">{rows.length}</span>
          </h3>
          <PagedList items={rows} page={ACTORS} noun="actor" className="support-rows" keyOf={(row) => row.actor}>
            {(row) => <Row row={row} onActor={onActor} />}
          </PagedList>
        </div>
      ))}
    </section>
  );
}

/** Shown at first: actors of one layer, and relations of one of them. */
const ACTORS = 20;
const LINES = 3;

function Row({ row, onActor }: { readonly row: SupportRow; readonly onActor: (id: ActorId) => void }) {
  const app = useApp();
  const { actor, name, status, origins, since, via, lines } = row;
  return (
    <article className="support-row" aria-label={name} data-testid="supporter">
      <p className="support-head">
        <button type="button" className="support-name" onClick={() => commandsOf(app).select([actor])}>
          <bdi>{name}</bdi>
        </button>
        <button
          type="button"
          className="support-ask"
          aria-label={`Ask about ${name} instead`}
          title={`Ask about ${name} instead`}
          onClick={() => onActor(actor)}
        >
          <IconFocusCentered size={15} aria-hidden="true" />
        </button>
        <span className="muted">
          <strong>{status}</strong>
          {via.length > 0 ? ", at the weakest hop" : lines.length > 1 ? " at best" : ""} · {countText(origins, "origin")} · since{" "}
          {since}
        </span>
      </p>
      {via.length === 0 ? null : (
        <p className="muted support-via">
          By way of <bdi>{via.join(" → ")}</bdi>
        </p>
      )}
      <PagedList items={lines} page={LINES} noun="relation" keyOf={({ id }) => id}>
        {(line) => <RelationButton line={line} />}
      </PagedList>
    </article>
  );
}
