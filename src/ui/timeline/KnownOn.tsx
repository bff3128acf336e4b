// Answers: as of which day is the dataset read: what had been published by then?
import { Button, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { claimCountOf } from "../../graph/claims.ts";
import type { EntenteGraph } from "../../graph/graph.ts";
import { dayText } from "../../model/day.ts";
import { countText } from "../../model/text.ts";
import { useApp, useDispatch, useView } from "../shell/app-context.ts";
import { typedRange } from "./range-steps.ts";

export function KnownOn() {
  const { graph } = useApp();
  const { knownOn } = useView("filters").filters;
  const dispatch = useDispatch();
  const published = useMemo(() => publicationsOf(graph), [graph]);
  const [first, last] = [published[0]?.[0] ?? 0, published.at(-1)?.[0] ?? 0];
  /** Where the handle is while a key or the pointer is down. */
  const [draft, setDraft] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const [text, setText] = useState<string>();
  const at = draft ?? knownOn ?? last;
  const later = published.reduce((sum, [day, count]) => (day > at ? sum + count : sum), 0);
  const commit = (day: number | undefined): void => {
    setDraft(undefined);
    setText(undefined);
    setProblem(undefined);
    const next = day === undefined || day >= last ? undefined : day;
    dispatch({
      type: "set-filters",
      filters: { knownOn: next },
      step: next === undefined ? "Read as known today" : `Read as known on ${dayText(next)}`,
    });
  };
  const type = (): void => {
    if (text === undefined) return;
    const typed = typedRange({}, "to", text);
    if ("problem" in typed) setProblem(typed.problem);
    else commit(typed.to);
  };
  const isLimited = draft !== undefined || knownOn !== undefined;
  return (
    <div className="known-on" data-testid="known-on">
      <TextInput
        size="xs"
        className="timeline-date"
        label="Known on"
        placeholder="today"
        value={text ?? (isLimited ? dayText(at) : "")}
        error={problem !== undefined}
        aria-describedby="known-on-note"
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={type}
        onKeyDown={(event) => {
          if (event.key === "Enter") type();
          if (event.key === "Escape") {
            setText(undefined);
            setProblem(undefined);
          }
        }}
      />
      <input
        type="range"
        aria-label="Known on: only what had been published by this day"
        aria-valuetext={dayText(at)}
        min={first}
        max={last}
        value={Math.min(Math.max(at, first), last)}
        onChange={(event) => setDraft(Number(event.currentTarget.value))}
        onPointerUp={() => draft !== undefined && commit(draft)}
        onKeyUp={() => draft !== undefined && commit(draft)}
        onBlur={() => draft !== undefined && commit(draft)}
      />
      <Button size="compact-xs" variant="default" disabled={knownOn === undefined} onClick={() => commit(undefined)}>
        Today
      </Button>
      <p
        id="known-on-note"
        className={problem === undefined ? "muted" : "timeline-problem"}
        role={problem === undefined ? undefined : "alert"}
      >
        {problem ??
          (isLimited
            ? `As one could know it on ${dayText(at)}: ${countText(later, "later claim")} of ${graph.claims.size} left out, and later retractions with them`
            : "All that is published, to the latest claim")}
      </p>
    </div>
  );
}

/** Days on which claims were published, with how many, in order. */
function publicationsOf({ sources, claims }: EntenteGraph): ReadonlyArray<readonly [day: number, count: number]> {
  const published = [...sources.values()].map(({ id, publishedDay }) => [publishedDay, claimCountOf(claims, id)] as const);
  return published.filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
}
