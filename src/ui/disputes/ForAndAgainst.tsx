// Answers: who says so and who denies it, side by side, by date and origin?
import type { RelationEdge } from "../../graph/graph.ts";
import { settingsOf } from "../../state/view-state.ts";
import { PagedList } from "../parts/PagedList.tsx";
import { useApp, useView } from "../shell/app-context.ts";
import { type ClaimEntry, type Sides, sidesOf } from "./claim-entries.ts";
import "./for-and-against.css";

/** Claims of a side listed at first. */
const LISTED = 5;

export function ForAndAgainst({ asserting, denying }: Sides) {
  return (
    <div className="two-sides" data-testid="for-and-against">
      <EntrySide title="For" entries={asserting} />
      <EntrySide title="Against" entries={denying} />
    </div>
  );
}

/** Under the clocks and sources of the view. */
export function RelationSides({ edge }: { readonly edge: RelationEdge }) {
  return <ForAndAgainst {...sidesOf(useApp().graph, edge, settingsOf(useView("filters").filters))} />;
}

export function EntrySide({ title, entries }: { readonly title: string; readonly entries: readonly ClaimEntry[] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of what is read, not of fields
    <div role="group" className="side" aria-label={title}>
      <p className="side-title">
        <bdi>{title}</bdi> <span className="count">{entries.length}</span>
      </p>
      {entries.length === 0 ? (
        <p className="muted">Not recorded.</p>
      ) : (
        <PagedList items={entries} page={LISTED} noun="claim" label={`${title}, by date`} keyOf={({ id }) => id}>
          {(entry) => <Entry entry={entry} />}
        </PagedList>
      )}
    </div>
  );
}

function Entry({ entry: { published, origin, manner, when, source } }: { readonly entry: ClaimEntry }) {
  return (
    <p className="side-entry">
      <span className="side-date">{published.replace("/", " – ")}</span>{" "}
      <span>
        <bdi className="side-origin">{origin}</bdi>
        <span className="muted">
          {" · "}
          <em className="side-manner">{manner}</em>
          {when === "not recorded" ? "" : ` · about ${when}`}
          {source === origin ? null : (
            <>
              {" · "}
              <bdi>{source}</bdi>
            </>
          )}
        </span>
      </span>
    </p>
  );
}
