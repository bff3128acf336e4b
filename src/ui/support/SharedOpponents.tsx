// Answers: who has an opponent in common with an actor? A pattern in what is recorded, not something anyone claims.
import type { ActorId } from "../../model/ids.ts";
import { countText } from "../../model/text.ts";
import { PagedList } from "../parts/PagedList.tsx";
import type { OpponentRow } from "./support-rows.ts";

interface Props {
  readonly name: string;
  readonly rows: readonly OpponentRow[];
  readonly onActor: (id: ActorId) => void;
}

export function SharedOpponents({ name, rows, onActor }: Props) {
  return (
    <section className="support-shared" aria-label="Opponents in common" data-testid="shared-opponents">
      <h2 className="support-title">
        Opponents in common with <bdi>{name}</bdi> <span className="count">{rows.length}</span>
      </h2>
      <p className="pane-note">
        A pattern in what is recorded, not a claim: no source says that these actors support each other, unless it is listed as
        support.
      </p>
      {rows.length === 0 ? (
        <p className="muted">No other actor is recorded with an opponent of its own among these.</p>
      ) : (
        <PagedList items={rows} page={20} noun="actor" keyOf={(row) => row.actor}>
          {(row) => (
            <p className="support-pattern">
              <button type="button" className="support-name" onClick={() => onActor(row.actor)}>
                <bdi>{row.name}</bdi>
              </button>{" "}
              <span className="muted">
                {countText(row.opponents.length, "opponent")} in common: <bdi>{row.opponents.join(", ")}</bdi>
              </span>
            </p>
          )}
        </PagedList>
      )}
    </section>
  );
}
