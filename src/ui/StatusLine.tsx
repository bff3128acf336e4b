// Answers: how much of the dataset is shown, and what keeps the rest away?
import { countText } from "../model/text.ts";
import { useApp, useDispatch, useView, useVisible } from "./app-context.ts";
import { commandsOf } from "./commands.ts";

export function StatusLine() {
  const app = useApp();
  const { placed } = useView();
  const visible = useVisible();
  const dispatch = useDispatch();
  const { hand, kindFilter, relationFilter } = visible.hiddenBy;
  const isFiltered = kindFilter + relationFilter > 0;
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
        {relationFilter === 0 ? null : `, ${relationFilter} between these actors kept away by filters`}
        {isFiltered ? (
          <>
            {" "}
            <button type="button" className="link" onClick={() => dispatch({ type: "clear-filters" })}>
              Reset filters
            </button>
          </>
        ) : null}
      </span>
      <span className="muted">
        {countText(app.graph.claimOrdinals.size, "claim")} from {countText(app.graph.sources.size, "source")} · not shown is not
        denied
      </span>
    </footer>
  );
}
