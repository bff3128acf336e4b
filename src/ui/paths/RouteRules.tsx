// Answers: under which further rules does the reader look for routes?
import { Checkbox, NativeSelect, NumberInput } from "@mantine/core";
import { memo, useState } from "react";
import { MAX_HOPS } from "../../graph/paths/path-limits.ts";
import { LEAST_STATUSES, NO_QUESTION, ROUTE_EXTRAS, type RouteQuestion } from "../../state/route-question.ts";
import { useApp, useView } from "../shell/app-context.ts";
import { ActorField } from "./ActorField.tsx";
import { routeCommandsOf } from "./route-commands.ts";
import { EXTRA_WORDS } from "./route-words.ts";

export const RouteRules = memo(function RouteRules() {
  const { question } = useView("question");
  const routes = routeCommandsOf(useApp());
  return (
    <details className="route-more">
      <summary>More rules{ruleCount(question) === 0 ? "" : ` (${ruleCount(question)} set)`}</summary>
      <div className="route-rules">
        <ActorField part="mustPass" label="Must pass" ids={question.mustPass} />
        <ActorField part="avoid" label="Avoid" ids={question.avoid} />
        <NativeSelect
          size="xs"
          label="Direction"
          value={question.direction}
          data={[
            { value: "both", label: "Any" },
            { value: "out", label: "As relations are read" },
            { value: "in", label: "Against the reading" },
          ]}
          onChange={({ currentTarget: { value } }) =>
            routes.ask({ direction: value as RouteQuestion["direction"] }, "Changed the direction of the routes")
          }
        />
        <NativeSelect
          size="xs"
          label="Every hop at least"
          value={question.leastStatus ?? ""}
          data={[
            { value: "", label: "Disputed" },
            ...LEAST_STATUSES.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            routes.ask(
              { leastStatus: value === "" ? undefined : (value as RouteQuestion["leastStatus"]) },
              "Changed the least status of a hop",
            )
          }
        />
        <NativeSelect
          size="xs"
          label="Through"
          value={question.scope}
          data={[
            { value: "dataset", label: "The whole dataset" },
            { value: "canvas", label: "Only what is on the canvas" },
          ]}
          onChange={({ currentTarget: { value } }) =>
            routes.ask({ scope: value as RouteQuestion["scope"] }, "Changed where routes are looked for")
          }
        />
        <HopsField hops={question.maxHops} onHops={(maxHops) => routes.ask({ maxHops }, "Changed the limit of hops")} />
        <fieldset className="route-extras">
          <legend>Counts too</legend>
          {ROUTE_EXTRAS.map((extra) => (
            <Checkbox
              key={extra}
              size="xs"
              label={EXTRA_WORDS[extra]}
              checked={question.also.has(extra)}
              onChange={() => routes.ask({ also: toggled(question.also, extra) }, "Changed what counts as a hop")}
            />
          ))}
          <Checkbox
            size="xs"
            label="actors that a relation only names"
            checked={question.slots}
            onChange={() => routes.ask({ slots: !question.slots }, "Changed what counts as a hop")}
          />
        </fieldset>
      </div>
    </details>
  );
});

/** Says while something else is typed what can be asked for, and what is asked for once it is left. */
function HopsField({ hops, onHops }: { readonly hops: number; readonly onHops: (hops: number) => void }) {
  const [typed, setTyped] = useState<string | number>();
  const isAskable = (value: string | number): boolean => value !== "" && Number(value) >= 1 && Number(value) <= MAX_HOPS;
  return (
    <NumberInput
      size="xs"
      label="Hops at most"
      min={1}
      max={MAX_HOPS}
      clampBehavior="none"
      allowDecimal={false}
      value={typed ?? hops}
      error={typed === undefined || isAskable(typed) ? undefined : `From 1 to ${MAX_HOPS}; ${hops} as it is`}
      onChange={(value) => {
        setTyped(value);
        if (isAskable(value)) onHops(Number(value));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

function ruleCount({ mustPass, avoid, direction, leastStatus, scope, maxHops, slots, also }: RouteQuestion): number {
  const set = [
    mustPass.length > 0,
    avoid.length > 0,
    direction !== "both",
    leastStatus !== undefined,
    scope !== "dataset",
    maxHops !== NO_QUESTION.maxHops,
    slots,
    also.size > 0,
  ];
  return set.filter(Boolean).length;
}

function toggled<T>(held: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(held);
  if (!next.delete(item)) next.add(item);
  return next;
}
