// Answers: is there a time range, and is the timeline that sets it open?
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useStore } from "zustand";
import { dayText } from "../../model/day.ts";
import { useApp, useDispatch, useView } from "../shell/app-context.ts";
import { rangeText } from "./range-steps.ts";
import "./timeline.css";

const TimelineStrip = lazy(() => import("./TimelineStrip.tsx").then((m) => ({ default: m.TimelineStrip })));

export function TimelineBar() {
  const { valid, knownOn } = useView("filters").filters;
  const dispatch = useDispatch();
  const { overlays } = useApp();
  const isOpen = useStore(overlays, (s) => s.isTimelineOpen);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className="timeline" aria-label="Timeline" data-testid="timeline">
      <button
        type="button"
        className="timeline-toggle"
        aria-expanded={isOpen}
        onClick={() => overlays.getState().setTimelineOpen(!isOpen)}
      >
        <Chevron size={15} aria-hidden="true" /> Timeline
      </button>
      {isOpen ? (
        <Suspense fallback={<p className="muted">Loading the timeline …</p>}>
          <TimelineStrip />
        </Suspense>
      ) : (
        <p className="timeline-range">
          {valid === undefined ? <span className="muted">any time</span> : `Only what may have held ${rangeText(valid)} `}
          {valid === undefined ? null : (
            <button
              type="button"
              className="link"
              onClick={() => dispatch({ type: "set-filters", filters: { valid: undefined }, step: "Cleared the time range" })}
            >
              Clear
            </button>
          )}
          {knownOn === undefined ? null : (
            <>
              {" "}
              · as known on {dayText(knownOn)}{" "}
              <button
                type="button"
                className="link"
                onClick={() => dispatch({ type: "set-filters", filters: { knownOn: undefined }, step: "Read as known today" })}
              >
                Today
              </button>
            </>
          )}
        </p>
      )}
    </section>
  );
}
