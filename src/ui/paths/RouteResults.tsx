// Answers: which routes were found, which of them is shown, and how do some of them compare?
import { memo, startTransition, useCallback, useDeferredValue, useEffect, useState } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { Route } from "../../graph/paths/route.ts";
import type { ActorId } from "../../model/ids.ts";
import { issueText } from "../../model/issue.ts";
import { countText } from "../../model/text.ts";
import { MAX_ROUTES } from "../../state/route-query.ts";
import { WorkingBar } from "../parts/AnswerState.tsx";
import { useApp, useView } from "../shell/app-context.ts";
import { LANDMARKS } from "../shell/landmarks.ts";
import { NoRoute } from "./NoRoute.tsx";
import type { PathsState } from "./paths-state.ts";
import { RouteCompare } from "./RouteCompare.tsx";
import { keyOf, RouteRow } from "./RouteRow.tsx";
import { routeCommandsOf } from "./route-commands.ts";

/** Routes side by side at most. */
const COMPARED = 3;

/** Rows drawn in the first step: more than are in sight. */
const FIRST_ROWS = 8;

/** Drawn after what led to it, in steps that hold nothing up. */
export function RouteResults({ searchAgain }: { readonly searchAgain: () => void }) {
  const { paths } = useApp();
  const answer = useDeferredValue(
    useStore(
      paths,
      useShallow(({ search, isGone }) => ({ search, isGone })),
    ),
  );
  return <Results {...answer} {...useDeferredValue(useView("route"))} searchAgain={searchAgain} />;
}

interface Props extends Pick<PathsState, "search" | "isGone"> {
  readonly route?: readonly ActorId[] | undefined;
  readonly searchAgain: () => void;
}

const Results = memo(function Results({ search, isGone, route, searchAgain }: Props) {
  const app = useApp();
  const [compared, setCompared] = useState<readonly string[]>([]);
  const shown = route?.join(" ");
  const compare = useCallback(
    (key: string): void => {
      const found = search.state === "answered" ? search.answer.routes.map(keyOf) : [];
      setCompared((held) =>
        held.includes(key) ? held.filter((other) => other !== key) : [...held.filter((other) => found.includes(other)), key],
      );
    },
    [search],
  );
  return (
    <div className="route-results" id={LANDMARKS.routes} tabIndex={-1} data-testid="route-results" aria-live="polite">
      {isGone && route !== undefined ? (
        <p className="route-note" role="status">
          The route on the canvas does not hold under the filters and rules as they are now.{" "}
          <button type="button" className="link" onClick={routeCommandsOf(app).takeOff}>
            Take it off
          </button>
        </p>
      ) : null}
      {results()}
    </div>
  );

  function results() {
    switch (search.state) {
      case "idle":
        return <p className="muted">Name an actor on each side: search, pick one on the canvas, or press A and B on an actor.</p>;
      case "searching":
        return (
          <WorkingBar share={search.share} what="Share of the search that is done at most" onCancel={search.cancel}>
            Searching …
          </WorkingBar>
        );
      case "cancelled":
        return (
          <p>
            The search was cancelled.{" "}
            <button type="button" className="link" onClick={searchAgain}>
              Search again
            </button>
          </p>
        );
      case "failed":
        return (
          <p role="alert">
            The search failed: {search.message}{" "}
            <button type="button" className="link" onClick={searchAgain}>
              Try again
            </button>
          </p>
        );
      case "answered": {
        const { routes, ended, issues } = search.answer;
        if (issues.length > 0) return <p role="alert">{issues.map(issueText).join(" ")}</p>;
        if (search.explanation !== undefined) return <NoRoute explanation={search.explanation} />;
        const picked = routes.filter((r) => compared.includes(keyOf(r)));
        return (
          <>
            <p className="route-count">
              <strong>{countText(routes.length, "route")}</strong>
              {ended === "k"
                ? `: the first ${MAX_ROUTES}; there may be more.`
                : ended === "work"
                  ? "; the search was stopped where it grew too long: better ones may be missing."
                  : ": all that are recorded under these rules."}{" "}
              <span className="muted">J and K step through them. What is not recorded may exist all the same.</span>
            </p>
            {picked.length > 1 ? <RouteCompare routes={picked} numbers={picked.map((r) => routes.indexOf(r) + 1)} /> : null}
            <RouteList routes={routes} shown={shown} compared={compared} pickedCount={picked.length} onCompare={compare} />
          </>
        );
      }
    }
  }
});

interface RouteListProps {
  readonly routes: readonly Route[];
  /** Keys: of the route on the canvas, and of those compared. */
  readonly shown: string | undefined;
  readonly compared: readonly string[];
  readonly pickedCount: number;
  readonly onCompare: (key: string) => void;
}

/** The first rows come at once, the others as soon as these stand. */
function RouteList({ routes, shown, compared, pickedCount, onCompare }: RouteListProps) {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => startTransition(() => setWhole(true)), []);
  return (
    <ol className="plain route-list" aria-label="Routes, best first">
      {routes.slice(0, isWhole ? routes.length : FIRST_ROWS).map((each, i) => {
        const key = keyOf(each);
        const isCompared = compared.includes(key);
        return (
          <RouteRow
            key={key}
            route={each}
            number={i + 1}
            count={routes.length}
            isShown={shown === key}
            isCompared={isCompared}
            isFull={pickedCount >= COMPARED && !isCompared}
            onCompare={onCompare}
          />
        );
      })}
    </ol>
  );
}
