// Answers: where do the sources disagree, what did curators flag, and what was corrected or withdrawn?
import { Loader, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef } from "react";
import { settingsOf } from "../../state/view-state.ts";
import { Failure } from "../parts/Failure.tsx";
import { PagedList } from "../parts/PagedList.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useKept } from "../parts/use-kept.ts";
import { usePaneFocus } from "../parts/use-pane-focus.ts";
import { inSlices } from "../query/breathing.ts";
import { useApp, useView } from "../shell/app-context.ts";
import { ContradictionItem, CorrectionItem, DisputeItem, FlaggedItem } from "./DisputeItems.tsx";
import {
  contradictionRows,
  contradictionText,
  correctionRows,
  disputeRows,
  disputeText,
  flaggedRows,
  flaggedText,
  matchingText,
  withdrawnClaims,
  withdrawnRows,
} from "./dispute-rows.ts";
import "../parts/pane.css";
import "./disputes.css";

/** Items of a kind in the page at first. */
const PAGE = 20;

export function DisputesPane() {
  const pane = useRef<HTMLElement>(null);
  usePaneFocus(pane);
  const { graph, engine } = useApp();
  const { filters } = useView("filters");
  const [text, setText] = useKept("disputes text", "");
  const wanted = useDeferredValue(text);
  const settings = useMemo(() => settingsOf(filters), [filters]);
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const [contradictions, noted] = await Promise.all([engine.contradictions(), engine.notedClaims()]);
      const withdrawn = await inSlices(withdrawnClaims(graph), signal);
      return { contradictions, noted: await engine.claims(noted), withdrawn: await engine.claims(withdrawn) };
    },
    [engine, graph],
  );
  const { value, isFailed, retry } = useAnswer(ask);
  const list = useCallback((signal: AbortSignal) => inSlices(disputeRows(graph, settings), signal), [graph, settings]);
  const disputes = useAnswer(list).value;
  const corrections = useMemo(() => correctionRows(graph, settings), [graph, settings]);
  const lists = useCallback(
    async (signal: AbortSignal) => {
      if (value === undefined) return undefined;
      return {
        contradictions: await inSlices(contradictionRows(graph, value.contradictions, settings), signal),
        flagged: await inSlices(flaggedRows(graph, value.noted, settings), signal),
        withdrawn: await inSlices(withdrawnRows(graph, value.withdrawn, settings), signal),
      };
    },
    [graph, value, settings],
  );
  const loaded = useAnswer(lists).value;
  const waiting = isFailed ? (
    <Failure what="The claims" onRetry={retry} />
  ) : (
    <Loader size="sm" role="status" aria-label="Loading all claims" />
  );
  const isUnderSettings = settings.knownOn !== undefined || settings.valid !== undefined || filters.sourcesOff.size > 0;
  return (
    <section ref={pane} tabIndex={-1} className="pane" aria-label="Disputes" data-testid="disputes-pane">
      <div className="pane-tools">
        <TextInput
          size="xs"
          className="pane-text"
          aria-label="Filter the disputes by text"
          placeholder="Filter by name, source, date …"
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <p className="pane-count">
          Listed, never resolved.{" "}
          {isUnderSettings ? "Sources that are off and both clocks apply." : "Sources that are off and both clocks would apply."}
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="pane-body" tabIndex={0} aria-label="List of disputes">
        {disputes === undefined ? null : (
          <Listed
            title="Relations that someone denies"
            id="disputed"
            rows={disputes}
            text={wanted}
            textOf={disputeText}
            none="No denial of a relation is recorded. That does not mean nobody denies one."
          >
            {(row) => <DisputeItem row={row} />}
          </Listed>
        )}
        {loaded === undefined ? (
          waiting
        ) : (
          <>
            <Listed
              title="Claims that cannot all be right"
              id="contradictions"
              rows={loaded.contradictions}
              text={wanted}
              textOf={contradictionText}
              none="No contradiction is found in what is recorded."
            >
              {(row) => <ContradictionItem row={row} />}
            </Listed>
            <Listed
              title="Corrections by sources"
              id="corrections"
              rows={corrections}
              text={wanted}
              textOf={({ title, date, note }) => [title, date, note].join("\n")}
              none="No source is recorded as corrected or withdrawn."
            >
              {(row) => <CorrectionItem row={row} />}
            </Listed>
            <Listed
              title="Withdrawn claims"
              id="withdrawn"
              rows={loaded.withdrawn}
              text={wanted}
              textOf={flaggedText}
              none="No claim is recorded as withdrawn."
            >
              {(row) => <FlaggedItem row={row} />}
            </Listed>
            <Listed
              title="Curators’ notes on claims"
              id="flagged"
              rows={loaded.flagged}
              text={wanted}
              textOf={flaggedText}
              none="No claim carries a curator’s note."
            >
              {(row) => <FlaggedItem row={row} />}
            </Listed>
          </>
        )}
      </section>
    </section>
  );
}

interface ListedProps<Row> {
  readonly title: string;
  readonly id: string;
  readonly rows: readonly Row[];
  readonly text: string;
  readonly textOf: (row: Row) => string;
  readonly none: string;
  readonly children: (row: Row) => ReactNode;
}

function Listed<Row extends { readonly key: string }>({ title, id, rows, text, textOf, none, children }: ListedProps<Row>) {
  const found = matchingText(rows, text, textOf);
  return (
    <section aria-labelledby={`part-${id}`} className="dispute-part" data-testid={`part-${id}`}>
      <h2 id={`part-${id}`} className="dispute-title">
        {title} <span className="count">{found.length === rows.length ? rows.length : `${found.length} of ${rows.length}`}</span>
      </h2>
      {rows.length === 0 ? (
        <p className="muted">{none}</p>
      ) : found.length === 0 ? (
        <p className="muted">None of them holds this text.</p>
      ) : (
        <PagedList items={found} page={PAGE} noun="item" keyOf={(row) => row.key}>
          {children}
        </PagedList>
      )}
    </section>
  );
}
