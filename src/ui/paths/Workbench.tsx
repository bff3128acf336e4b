// Answers: between whom, and under which rules, does the reader look for routes?
import { ActionIcon, Button, Checkbox, CloseButton, NativeSelect, NumberInput } from "@mantine/core";
import { IconArrowsExchange, IconPointer } from "@tabler/icons-react";
import { useEffect } from "react";
import { useStore } from "zustand";
import { MAX_HOPS } from "../../graph/paths/path-limits.ts";
import type { ActorId } from "../../model/ids.ts";
import { chosenActorOf, LEAST_STATUSES, ROUTE_EXTRAS, ROUTE_PRESETS, type RouteQuestion } from "../../state/view-state.ts";
import { useApp, useView } from "../shell/app-context.ts";
import { ActorField } from "./ActorField.tsx";
import { RouteResults } from "./RouteResults.tsx";
import { routeCommandsOf } from "./route-commands.ts";
import { EXTRA_WORDS, PRESET_WORDS } from "./route-words.ts";
import { useRouteSearch } from "./use-route-search.ts";
import "./paths.css";

export function Workbench() {
  const app = useApp();
  const view = useView();
  const { question } = view;
  const routes = routeCommandsOf(app);
  const searchAgain = useRouteSearch();
  const picking = useStore(app.paths, (s) => s.picking);
  const chosen = chosenActorOf(view);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new selection is what it waits for
  useEffect(() => {
    if (picking === undefined || chosen === undefined) return;
    app.paths.getState().set({ picking: undefined });
    routes.name(picking, chosen);
  }, [view.selected]);
  const set = (change: Partial<RouteQuestion>, step: string): void => routes.ask(change, step);
  const side = (part: "from" | "to", label: string) => (
    <div className="route-side">
      <ActorField
        label={label}
        ids={question[part]}
        onChange={(ids) => set(endsWith(question, part, ids), `Changed the ${part === "from" ? "start" : "end"} of the routes`)}
      />
      <ActionIcon
        variant={picking === part ? "filled" : "default"}
        size={30}
        aria-pressed={picking === part}
        aria-label={`Pick the ${part === "from" ? "start" : "end"} on the canvas`}
        title="Pick on the canvas: the next actor you select"
        onClick={() => app.paths.getState().set({ picking: picking === part ? undefined : part })}
      >
        <IconPointer size={16} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
  return (
    <section className="workbench" aria-label="Path workbench" data-testid="workbench">
      <div className="workbench-question">
        {side("from", "From")}
        <ActionIcon variant="default" size={30} aria-label="Swap the ends" title="Swap the ends" onClick={routes.swap}>
          <IconArrowsExchange size={16} aria-hidden="true" />
        </ActionIcon>
        {side("to", "To")}
        <NativeSelect
          size="xs"
          label="Routes"
          className="route-preset"
          value={question.preset}
          title={PRESET_WORDS[question.preset][1]}
          data={ROUTE_PRESETS.map((value) => ({ value, label: PRESET_WORDS[value][0] }))}
          onChange={({ currentTarget: { value } }) =>
            set({ preset: value as RouteQuestion["preset"] }, "Changed which routes are wanted")
          }
        />
        <Button size="xs" variant="default" className="route-find" onClick={searchAgain}>
          Find
        </Button>
        <CloseButton className="workbench-close" aria-label="Close the path workbench" onClick={routes.close} />
      </div>
      <details className="route-more">
        <summary>More rules{ruleCount(question) === 0 ? "" : ` (${ruleCount(question)} set)`}</summary>
        <div className="route-rules">
          <ActorField
            label="Must pass"
            ids={question.mustPass}
            onChange={(ids) => set(endsWith(question, "mustPass", ids), "Changed who must be passed")}
          />
          <ActorField
            label="Avoid"
            ids={question.avoid}
            onChange={(ids) => set(endsWith(question, "avoid", ids), "Changed who is avoided")}
          />
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
              set({ direction: value as RouteQuestion["direction"] }, "Changed the direction of the routes")
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
              set(
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
              set({ scope: value as RouteQuestion["scope"] }, "Changed where routes are looked for")
            }
          />
          <NumberInput
            size="xs"
            label="Hops at most"
            min={1}
            max={MAX_HOPS}
            allowDecimal={false}
            value={question.maxHops}
            onChange={(value) => {
              const maxHops = Math.round(Number(value));
              if (maxHops >= 1 && maxHops <= MAX_HOPS) set({ maxHops }, "Changed the limit of hops");
            }}
          />
          <fieldset className="route-extras">
            <legend>Counts too</legend>
            {ROUTE_EXTRAS.map((extra) => (
              <Checkbox
                key={extra}
                size="xs"
                label={EXTRA_WORDS[extra]}
                checked={question.also.has(extra)}
                onChange={() => set({ also: toggled(question.also, extra) }, "Changed what counts as a hop")}
              />
            ))}
            <Checkbox
              size="xs"
              label="actors that a relation only names"
              checked={question.slots}
              onChange={() => set({ slots: !question.slots }, "Changed what counts as a hop")}
            />
          </fieldset>
        </div>
      </details>
      <RouteResults searchAgain={searchAgain} />
    </section>
  );
}

/** An actor stands in one part of the question only: the one it was named for last. */
function endsWith(
  question: RouteQuestion,
  part: "from" | "to" | "mustPass" | "avoid",
  ids: readonly ActorId[],
): Partial<RouteQuestion> {
  const rest = (["from", "to", "mustPass", "avoid"] as const).filter((other) => other !== part);
  return { ...Object.fromEntries(rest.map((other) => [other, question[other].filter((id) => !ids.includes(id))])), [part]: ids };
}

function ruleCount({ mustPass, avoid, direction, leastStatus, scope, maxHops, slots, also }: RouteQuestion): number {
  const set = [
    mustPass.length > 0,
    avoid.length > 0,
    direction !== "both",
    leastStatus !== undefined,
    scope !== "dataset",
    maxHops !== 6,
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
