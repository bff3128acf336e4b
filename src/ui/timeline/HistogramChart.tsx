// Answers: how many claims lie in each period, for certain or possibly?
import { type PointerEvent, useRef } from "react";
import type { ClaimHistogram, HistogramBin } from "../../graph/analysis/claim-histogram.ts";
import { dayText, spanText } from "../../model/day.ts";
import type { DayRange } from "../../state/view-state.ts";
import { brushedRange } from "./range-steps.ts";

const HEIGHT = 50;
const AXIS = 15;
/** Room that the handles of the slider take beyond the bins. */
export const INSET = 20;
const LABEL_WIDTH = 46;

interface Props {
  readonly histogram: ClaimHistogram;
  readonly range: DayRange;
  readonly width: number;
  readonly onDraft: (range: DayRange) => void;
  readonly onCommit: (range: DayRange) => void;
}

export function HistogramChart({ histogram: { bins, unit }, range, width, onDraft, onCommit }: Props) {
  const start = useRef<HistogramBin>(undefined);
  const step = Math.max(0, width - 2 * INSET) / bins.length;
  const most = Math.max(1, ...bins.map((bin) => bin.certain + bin.possible));
  const scaled = (n: number): number => (n / most) * (HEIGHT - 2);
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = range;
  const binAt = (event: PointerEvent<Element>): HistogramBin | undefined => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - INSET;
    return bins[Math.max(0, Math.min(bins.length - 1, Math.floor(x / step)))];
  };
  const brushed = (event: PointerEvent<Element>): DayRange | undefined => {
    const bin = binAt(event);
    return start.current === undefined || bin === undefined ? undefined : brushedRange(start.current, bin, bins);
  };
  const peak = bins.find((bin) => bin.certain + bin.possible === most);
  const span = `${dayText(bins[0]?.first ?? 0).slice(0, 4)} to ${dayText(bins.at(-1)?.last ?? 0).slice(0, 4)}`;
  const summary = `Dated claims by ${unit}, ${span}: most in ${peak === undefined ? "none" : spanText(peak)}, ${most}`;
  return (
    <svg
      className="histogram"
      role="img"
      aria-label={summary}
      width={width}
      height={HEIGHT + AXIS}
      data-testid="histogram"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = binAt(event);
      }}
      onPointerMove={(event) => {
        const next = brushed(event);
        if (next !== undefined) onDraft(next);
      }}
      onPointerUp={(event) => {
        const next = brushed(event);
        start.current = undefined;
        if (next !== undefined) onCommit(next);
      }}
    >
      <defs>
        <pattern id="timeline-possible" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="1" x2="1" y1="0" y2="4" className="possible-hatch" />
        </pattern>
      </defs>
      {bins.map((bin, i) => {
        const [sure, maybe] = [scaled(bin.certain), scaled(bin.possible)];
        const box = { x: INSET + i * step + 0.5, width: Math.max(1, step - 1) };
        return (
          <g key={bin.first} className={bin.last < from || bin.first > to ? "bin is-outside" : "bin"}>
            <title>{`${spanText(bin)}: ${bin.certain} certain, ${bin.possible} possible`}</title>
            <rect {...box} y={0} height={HEIGHT} className="bin-ground" />
            <rect {...box} y={HEIGHT - sure} height={sure} className="bin-certain" />
            <rect {...box} y={HEIGHT - sure - maybe} height={maybe} className="bin-possible" />
          </g>
        );
      })}
      <line x1={INSET} x2={Math.max(INSET, width - INSET)} y1={HEIGHT} y2={HEIGHT} className="axis" />
      <text x={2} y={10} className="axis-text">
        {most}
      </text>
      {labelled(bins, step).map(({ text, index }) => (
        <text key={text} x={INSET + index * step} y={HEIGHT + 12} className="axis-text">
          {text}
        </text>
      ))}
    </svg>
  );
}

/** Years at the bins that begin with them, as many as there is room for; at a first bin that holds all before, up to which year. */
function labelled(bins: readonly HistogramBin[], step: number): Array<{ text: string; index: number }> {
  const [first, second] = bins;
  const hasEarlier = first !== undefined && second !== undefined && first.last - first.first > 2 * (second.last - second.first);
  const earlier = hasEarlier ? [{ text: `to ${dayText(first.last).slice(0, 4)}`, index: 0 }] : [];
  const years = bins
    .map((bin, index) => ({ text: dayText(bin.first), index }))
    .slice(hasEarlier ? 1 : 0)
    .filter(({ text }) => text.endsWith("-01-01"))
    .map(({ text, index }) => ({ text: text.slice(0, 4), index }));
  const apart = ((years[1]?.index ?? 1) - (years[0]?.index ?? 0)) * step;
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / Math.max(1, apart)));
  const clear = hasEarlier ? LABEL_WIDTH * 1.4 : 0;
  return [...earlier, ...years.filter(({ index }, i) => i % every === 0 && index * step >= clear)];
}
