// Answers: how much of the dataset is shown, and what keeps the rest away?
import { countText } from "../../model/text.ts";
import { actorCausesOf, type Cause, relationCauseOf } from "../commands/causes.ts";
import { useCommandContext } from "../commands/use-commands.ts";

export function StatusLine() {
  const context = useCommandContext();
  const { app, view, visible } = context;
  const { graph } = app;
  const ofRelations = relationCauseOf(context);
  return (
    <footer className="status-line" data-testid="status-line">
      <span>
        {visible.actors.length} of {graph.actors.size} actors shown: {graph.actors.size - view.placed.size} not on the canvas yet
        {actorCausesOf(context).map((cause) => (
          <Reason key={cause.id} cause={cause} />
        ))}
      </span>
      <span>
        {visible.relations.size} of {graph.relations.size} relations shown
        {ofRelations === undefined ? null : <Reason cause={ofRelations} />}
      </span>
      <span className="muted">
        {countText(graph.claims.size, "claim")} from {countText(graph.sources.size, "source")} · not shown is not denied
      </span>
    </footer>
  );
}

function Reason({ cause: { id, count, words, remedy, act } }: { readonly cause: Cause }) {
  return (
    <>
      , {count} {words}{" "}
      <button type="button" className="link" data-cause={id} onClick={act}>
        {remedy}
      </button>
    </>
  );
}
