// Answers: how do a dispute, a contradiction, a flagged claim and a correction each stand in the list?
import { commandsOf } from "../commands/commands.ts";
import { RelationButton } from "../parts/RelationButton.tsx";
import { Sentence } from "../parts/Sentence.tsx";
import { useApp, useIsSelected } from "../shell/app-context.ts";
import {
  CONTRADICTION_WORDS,
  type ContradictionRow,
  type CorrectionRow,
  type DisputeRow,
  type FlaggedRow,
} from "./dispute-rows.ts";
import { EntrySide, ForAndAgainst } from "./ForAndAgainst.tsx";

export function DisputeItem({ row: { line, asserting, denying } }: { readonly row: DisputeRow }) {
  return (
    <article className="dispute" data-testid="dispute">
      <RelationButton line={line} />
      <ForAndAgainst asserting={asserting} denying={denying} />
    </article>
  );
}

export function ContradictionItem({ row }: { readonly row: ContradictionRow }) {
  const { kind, line, property, item, sides, isWithinOneSource, isOfOpinions } = row;
  const app = useApp();
  const isSelected = useIsSelected(item);
  return (
    <article className="dispute" data-testid="contradiction" data-kind={kind}>
      {line === undefined ? (
        <button
          type="button"
          className="relation-button dispute-property"
          aria-pressed={isSelected}
          onClick={() => commandsOf(app).select([item])}
        >
          <bdi>{property}</bdi>
        </button>
      ) : (
        <RelationButton line={line} />
      )}
      <p className="muted dispute-kind">
        {CONTRADICTION_WORDS[kind]}
        {isOfOpinions ? " · between judgements or predictions" : ""}
        {isWithinOneSource ? " · within one source" : ""}
      </p>
      <div className="two-sides">
        {sides.map(({ says, entries }) => (
          <EntrySide
            key={says}
            title={kind === "attribute" ? `Said: ${says}` : says.replace(/^./, (c) => c.toUpperCase())}
            entries={entries}
          />
        ))}
      </div>
    </article>
  );
}

export function FlaggedItem({ row: { item, parts, entry, note } }: { readonly row: FlaggedRow }) {
  const app = useApp();
  const isSelected = useIsSelected(item);
  return (
    <article className="dispute" data-testid="flagged">
      <button
        type="button"
        className="relation-button dispute-claim"
        aria-pressed={isSelected}
        onClick={() => commandsOf(app).select([item])}
      >
        <span>
          <Sentence parts={parts} />
          <span className="muted">
            {" · "}
            {entry.manner} · <bdi>{entry.origin}</bdi>, {entry.published}, <bdi>{entry.source}</bdi>
          </span>
        </span>
      </button>
      <p className="dispute-note">{note}</p>
    </article>
  );
}

export function CorrectionItem({ row: { title, date, note } }: { readonly row: CorrectionRow }) {
  return (
    <article className="dispute" data-testid="correction">
      <p>
        <bdi className="side-origin">{title}</bdi> <span className="muted">· {date}</span>
      </p>
      <p className="dispute-note">{note}</p>
    </article>
  );
}
