// Answers: how does a row of the legend show what it stands for, count it, and switch it?
import type { ReactNode } from "react";
import type { Tally } from "../../state/visible.ts";

interface RowProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly isMixed?: boolean;
  readonly tally: Tally | undefined;
  readonly sample: ReactNode;
  readonly title?: string;
  readonly onToggle: () => void;
  /** Switches all others of the group off. */
  readonly onSolo: () => void;
}

export function LegendRow(props: RowProps) {
  const { name, isOn, isMixed = false, tally = { visible: 0, total: 0 }, sample, title, onToggle, onSolo } = props;
  return (
    <li className="legend-line">
      <label className="legend-row" title={title}>
        <input
          type="checkbox"
          checked={isOn}
          ref={(element) => {
            if (element !== null) element.indeterminate = isMixed;
          }}
          onChange={onToggle}
        />
        {sample}
        <span className="legend-name">{name}</span>
        <span className="count">
          {tally.visible}/{tally.total}
          <span className="sr-only"> shown</span>
        </span>
      </label>
      <button type="button" className="only" aria-label={`Only ${name}`} onClick={onSolo}>
        only
      </button>
    </li>
  );
}

/** A group's name; a click on it selects all of the group. */
export function LegendHeading({
  name,
  isAll,
  onAll,
}: {
  readonly name: string;
  readonly isAll: boolean;
  readonly onAll: () => void;
}) {
  return (
    <h3>
      <button type="button" className="legend-heading" title="Select all of the group" onClick={onAll}>
        {name} {isAll ? null : <span className="legend-all">select all</span>}
      </button>
    </h3>
  );
}
