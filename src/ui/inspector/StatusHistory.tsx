// Answers: how did the status of a relation change as evidence was published and withdrawn?
import { statusHistoryOf } from "../../graph/analysis/status-history.ts";
import type { RelationEdge } from "../../graph/graph.ts";
import { dayText } from "../../model/day.ts";
import { countText } from "../../model/text.ts";
import { settingsOf } from "../../state/view-state.ts";
import { LineSample } from "../parts/Swatch.tsx";
import { useView } from "../shell/app-context.ts";

/** Ends with the day as of which the dataset is read. */
export function StatusHistory({ edge }: { readonly edge: RelationEdge }) {
  const changes = statusHistoryOf(edge, settingsOf(useView("filters").filters));
  if (changes.length === 0) return null;
  return (
    <section aria-label="How its status came about" data-testid="status-history">
      <h3>How its status came about</h3>
      <ol className="plain status-history">
        {changes.map(({ day, status, published, withdrawn }) => (
          <li key={day}>
            <time dateTime={dayText(day)}>{dayText(day)}</time>
            <LineSample status={status.status} polarity={edge.type.polarity} />
            <span>
              <strong>{status.status}</strong>
              <span className="muted">
                {published.length === 0 ? "" : ` · ${countText(published.length, "claim")} published`}
                {withdrawn.length === 0 ? "" : ` · ${countText(withdrawn.length, "claim")} withdrawn`} ·{" "}
                {countText(status.origins, "independent origin")}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
