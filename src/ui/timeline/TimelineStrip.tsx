// Answers: when did what is shown happen, and in which range of days may it have held?
import { Button } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { claimHistogramOf, timeAxisOf } from "../../graph/analysis/claim-histogram.ts";
import { countText } from "../../model/text.ts";
import { type DayRange, EMPTY_VIEW } from "../../state/view-state.ts";
import { visibleGraphOf } from "../../state/visible.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { inSlices } from "../query/breathing.ts";
import { useApp, useDispatch, useSettledVisible, useView } from "../shell/app-context.ts";
import { DateField } from "./DateField.tsx";
import { HistogramChart } from "./HistogramChart.tsx";
import { KnownOn } from "./KnownOn.tsx";
import { RangeSlider } from "./RangeSlider.tsx";
import { type End, rangeText, typedRange } from "./range-steps.ts";

/** Least width of a bin in pixels: what a pointer can still aim at. */
const BIN_WIDTH = 10;

export function TimelineStrip() {
  const { graph, overlays } = useApp();
  const { placed, hidden, filters, focus } = useView("placed", "hidden", "filters", "focus");
  const visible = useSettledVisible();
  const dispatch = useDispatch();
  const { ref, width } = useElementSize();
  /** Where the ends are while a key or the pointer is down; the view follows when it is let go. */
  const [draft, setDraft] = useState<DayRange>();
  const [problem, setProblem] = useState<{ readonly end: End; readonly text: string }>();
  const untimed = useMemo(
    () =>
      filters.valid === undefined
        ? visible
        : visibleGraphOf(graph, { ...EMPTY_VIEW, placed, hidden, focus, filters: { ...filters, valid: undefined } }),
    [graph, visible, placed, hidden, focus, filters],
  );
  const most = Math.max(8, Math.floor(width / BIN_WIDTH));
  const measure = useCallback((signal: AbortSignal) => inSlices(timeAxisOf(graph), signal), [graph]);
  const { value: axis, isCurrent: isMeasured } = useAnswer(measure);
  const histogram = useMemo(
    () =>
      claimHistogramOf(graph, untimed.relations.keys(), {
        bins: most,
        axis,
        evidence: { sourcesOff: filters.sourcesOff, knownOn: filters.knownOn },
      }),
    [graph, untimed, most, axis, filters.sourcesOff, filters.knownOn],
  );
  const isAwaited = useStore(overlays, (s) => s.isTimelineAwaited);
  useEffect(() => {
    if (!isAwaited || !isMeasured) return;
    overlays.getState().awaitTimeline(false);
    const strip = document.querySelector(".timeline");
    const stops = [...(strip?.querySelectorAll<HTMLElement>("[role=slider], input") ?? [])].filter(isRendered);
    (stops.find((stop) => stop.role === "slider") ?? stops[0])?.focus();
  }, [isAwaited, isMeasured, overlays]);
  const range = draft ?? filters.valid ?? {};
  const commit = (next: DayRange | undefined): void => {
    setDraft(undefined);
    setProblem(undefined);
    if (next === undefined) return;
    const valid = next.from === undefined && next.to === undefined ? undefined : next;
    const step = valid === undefined ? "Cleared the time range" : `Time range ${rangeText(valid)}`;
    dispatch({ type: "set-filters", filters: { valid }, step });
  };
  const type = (end: End, text: string): boolean => {
    const typed = typedRange(filters.valid ?? {}, end, text);
    if ("problem" in typed) setProblem({ end, text: typed.problem });
    else commit(typed);
    return !("problem" in typed);
  };
  const { bins, dated, undated, unit } = histogram;
  const relations = `${visible.relations.size} of ${countText(untimed.relations.size, "relation")} shown${filters.valid === undefined ? "" : " in this range"}`;
  return (
    <>
      <div className="timeline-fields">
        {(["from", "to"] as const).map((end) => (
          <DateField
            key={`${end} ${filters.valid?.[end]}`}
            end={end}
            day={filters.valid?.[end]}
            isWrong={problem?.end === end}
            onType={(text) => type(end, text)}
            onRevert={() => setProblem(undefined)}
          />
        ))}
        <Button size="compact-xs" variant="default" disabled={filters.valid === undefined} onClick={() => commit({})}>
          Clear
        </Button>
      </div>
      <KnownOn />
      <p className="timeline-key">
        <span className="key-certain" /> certainly in the {unit} <span className="key-possible" /> possibly
      </p>
      <div className="timeline-chart" ref={ref}>
        {!isMeasured ? null : bins.length === 0 ? (
          <p className="muted">No claim of the dataset has a date.</p>
        ) : (
          <>
            <HistogramChart histogram={histogram} range={range} width={width} onDraft={setDraft} onCommit={commit} />
            <RangeSlider bins={bins} range={range} onDraft={setDraft} onCommit={() => commit(draft)} />
          </>
        )}
      </div>
      {problem === undefined ? (
        <p className="timeline-note">
          <strong>{relations}</strong> · {countText(dated, "claim")} with a date, {undated} without: these may have held at any
          time up to publication
        </p>
      ) : (
        <p className="timeline-note timeline-problem" id="timeline-problem" role="alert">
          {problem.text}
        </p>
      )}
    </>
  );
}

function isRendered(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}
