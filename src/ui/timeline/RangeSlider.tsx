// Answers: how are the two ends of the time range moved, by pointer and by keys?
import { type PointerEvent, useRef } from "react";
import { type DaySpan, dayText } from "../../model/day.ts";
import type { DayRange } from "../../state/view-state.ts";
import { borderOf, dayAtShare, draggedRange, type End, shareOf, steppedRange } from "./range-steps.ts";

interface Props {
  readonly bins: readonly DaySpan[];
  readonly range: DayRange;
  /** While a key or the pointer is down. */
  readonly onDraft: (range: DayRange) => void;
  /** When it is let go. */
  readonly onCommit: () => void;
}

export function RangeSlider({ bins, range, onDraft, onCommit }: Props) {
  const track = useRef<HTMLDivElement>(null);
  const first = borderOf("from", bins) ?? 0;
  const last = borderOf("to", bins) ?? 0;
  const within = (day: number): number => Math.min(last, Math.max(first, day));
  const shares = {
    from: shareOf(within(range.from ?? first), bins),
    to: shareOf(within(range.to ?? last) + 1, bins),
  };
  const dayAt = (event: PointerEvent): number => {
    const box = track.current?.getBoundingClientRect();
    return box === undefined ? first : dayAtShare((event.clientX - box.left) / box.width, bins);
  };
  const handle = (end: End) => {
    const day = range[end];
    const open = end === "from" ? `open, before ${dayText(first)} too` : `open, after ${dayText(last)} too`;
    return (
      <div
        className={`range-handle is-${end}`}
        role="slider"
        tabIndex={0}
        aria-label={end === "from" ? "First day" : "Last day"}
        aria-valuemin={end === "from" ? first : within(range.from ?? first)}
        aria-valuemax={end === "from" ? within(range.to ?? last) : last}
        aria-valuenow={within(day ?? (end === "from" ? first : last))}
        aria-valuetext={day === undefined ? open : dayText(day)}
        style={{ insetInlineStart: `${shares[end] * 100}%` }}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const next = steppedRange(range, end, event.key, bins);
          if (next === undefined) return;
          event.preventDefault();
          onDraft(next);
        }}
        onKeyUp={onCommit}
        onBlur={onCommit}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) onDraft(draggedRange(range, end, dayAt(event), bins));
        }}
        onPointerUp={onCommit}
      />
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame
    <div className="range" role="group" aria-label="Range of days">
      <div className="range-track" ref={track}>
        <div
          className="range-fill"
          style={{ insetInlineStart: `${shares.from * 100}%`, width: `${(shares.to - shares.from) * 100}%` }}
        />
        {handle("from")}
        {handle("to")}
      </div>
    </div>
  );
}
