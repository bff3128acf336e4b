// Answers: what is a route in one row: how is each hop said, how weak is the weakest, how many speak for it?
import { Checkbox } from "@mantine/core";
import { memo } from "react";
import type { Route, RouteHop } from "../../graph/paths/route.ts";
import { relationParts } from "../../graph/phrases.ts";
import { countText } from "../../model/text.ts";
import { Sentence } from "../parts/Sentence.tsx";
import { LineSample } from "../parts/Swatch.tsx";
import { useApp } from "../shell/app-context.ts";
import { routeCommandsOf } from "./route-commands.ts";
import { timeTextOf } from "./route-words.ts";

interface Props {
  readonly route: Route;
  readonly number: number;
  /** Routes found. */
  readonly count: number;
  readonly isShown: boolean;
  readonly isCompared: boolean;
  /** As many as can be are compared. */
  readonly isFull: boolean;
  readonly onCompare: (key: string) => void;
}

export function keyOf({ actors }: Route): string {
  return actors.join(" ");
}

export const RouteRow = memo(function RouteRow({ route, number, count, isShown, isCompared, isFull, onCompare }: Props) {
  const app = useApp();
  const isDisputed = route.hops.some((hop) => hop.isDisputed);
  return (
    <li className={isShown ? "route-row is-shown" : "route-row"} data-testid="route-row" data-actors={keyOf(route)}>
      <Checkbox
        size="xs"
        aria-label={`Compare route ${number}`}
        title="Compare"
        checked={isCompared}
        disabled={isFull}
        onChange={() => onCompare(keyOf(route))}
      />
      <button
        type="button"
        className="route-button"
        aria-current={isShown}
        onClick={() => routeCommandsOf(app).show(route, `${number} of ${count}`)}
      >
        <span className="route-number">{number}</span>
        <span className="route-chain">
          {route.hops.map((hop) => (
            <span key={`${hop.from} ${hop.to}`} className="route-hop">
              <HopText hop={hop} />
            </span>
          ))}
        </span>
        <span className="route-facts">
          <span>{countText(route.hops.length, "hop")}</span>
          <span>
            <LineSample status={route.weakest} /> weakest hop {route.weakest}
          </span>
          <span>{countText(route.origins, "independent origin")} at the thinnest hop</span>
          <span>{timeTextOf(route)}</span>
          {isDisputed ? <strong>≠ a hop is disputed</strong> : null}
        </span>
      </button>
    </li>
  );
});

/** The strongest relation of a hop, hedged; and how many more there are. */
export function HopText({ hop }: { readonly hop: RouteHop }) {
  const { graph } = useApp();
  const [first, ...more] = hop.relations;
  const edge = first === undefined ? undefined : graph.relations.get(first.id);
  if (first === undefined || edge === undefined) return null;
  return (
    <>
      <LineSample status={first.status.status} polarity={edge.type.polarity} />
      <span>
        <Sentence parts={relationParts(graph, edge, first.status)} />
        {more.length === 0 ? null : <span className="muted"> +{countText(more.length, "more relation")}</span>}
      </span>
    </>
  );
}
