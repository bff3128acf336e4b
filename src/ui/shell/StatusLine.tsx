// Answers: how much of the dataset is shown, and what keeps the rest away?
import type { RelationStatus } from "../../model/kinds.ts";
import { countText } from "../../model/text.ts";
import { STATUSES_OFF_AT_START } from "../../state/view-state.ts";
import { commandsOf } from "../commands/commands.ts";
import { useApp, useDispatch, useView, useVisible } from "./app-context.ts";

export function StatusLine() {
  const app = useApp();
  const { placed, filters } = useView();
  const visible = useVisible();
  const dispatch = useDispatch();
  const { hand, kindFilter, relationFilter } = visible.hiddenBy;
  const isChanged = filters.kindsOff.size > 0 || filters.typesOff.size > 0 || !isAtStart(filters.statusesOff);
  const reasons = [
    `${app.graph.actors.size - placed.size} not on the canvas yet`,
    ...(kindFilter === 0 ? [] : [`${kindFilter} hidden by the kind filter`]),
  ];
  return (
    <footer className="status-line" data-testid="status-line">
      <span>
        {visible.actors.length} of {app.graph.actors.size} actors shown: {reasons.join(", ")}
        {hand === 0 ? null : (
          <>
            , {hand} hidden by hand{" "}
            <button type="button" className="link" onClick={() => commandsOf(app).showHidden()}>
              Show hidden
            </button>
          </>
        )}
      </span>
      <span>
        {visible.relations.size} of {app.graph.relations.size} relations shown
        {relationFilter === 0 ? null : isChanged ? (
          <>
            , {relationFilter} between these actors kept away by filters{" "}
            <button type="button" className="link" onClick={() => dispatch({ type: "clear-filters" })}>
              Reset filters
            </button>
          </>
        ) : (
          <>
            , {relationFilter} between these actors are judgements or predictions only{" "}
            <button type="button" className="link" onClick={() => dispatch({ type: "toggle-status", status: "conjecture" })}>
              Show them
            </button>
          </>
        )}
      </span>
      <span className="muted">
        {countText(app.graph.claimOrdinals.size, "claim")} from {countText(app.graph.sources.size, "source")} · not shown is not
        denied
      </span>
    </footer>
  );
}

function isAtStart(statusesOff: ReadonlySet<RelationStatus>): boolean {
  return statusesOff.size === STATUSES_OFF_AT_START.length && STATUSES_OFF_AT_START.every((s) => statusesOff.has(s));
}
