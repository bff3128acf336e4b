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
import { useApp, useView } from "../shell/app-context.ts";
import { ContradictionItem, DisputeItem, FlaggedItem } from "./DisputeItems.tsx";
import {
  contradictionRows,
  contradictionText,
  correctionRows,
  disputeRows,
  disputeText,
  flaggedRows,
  flaggedText,
  matchingText,
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
  const { filters } = useView();
  const [text, setText] = useKept("disputes text", "");
  const wanted = useDeferredValue(text);
  const settings = useMemo(() => settingsOf(filters), [filters]);
  const ask = useCallback(async () => {
    const contradictions = await engine.contradictions();
    return { contradictions, claims: await engine.claims([...graph.claimOrdinals.keys()]) };
  }, [engine, graph]);
  const { value, isFailed, retry } = useAnswer(ask);
  const disputes = useMemo(() => disputeRows(graph, settings), [graph, settings]);
  const corrections = useMemo(() => correctionRows(graph, settings), [graph, settings]);
  const loaded = useMemo(
    () =>
      value === undefined
        ? undefined
        : {
            contradictions: contradictionRows(graph, value.contradictions, settings),
            flagged: flaggedRows(graph, value.claims, settings),
            withdrawn: withdrawnRows(graph, value.claims, settings),
          },
    [graph, value, settings],
  );
  const waiting = isFailed ? <Failure what="The claims" onRetry={retry} /> : <Loader size="sm" aria-label="Loading all claims" />;
  const isUnderSettings = settings.knownOn !== undefined || settings.valid !== undefined || filters.sourcesOff.size > 0;
  const found = matchingText(disputes, wanted, disputeText);
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
        <Part title="Relations that someone denies" of={disputes.length} found={found.length} id="disputed">
          {disputes.length === 0 ? (
            <p className="muted">No denial of a relation is recorded. That does not mean nobody denies one.</p>
          ) : (
            <PagedList items={found} page={PAGE} noun="relation" keyOf={(row) => row.key}>
              {(row) => <DisputeItem row={row} />}
            </PagedList>
          )}
        </Part>
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
            <CorrectionPart rows={corrections} text={wanted} />
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

interface PartProps {
  readonly title: string;
  readonly id: string;
  readonly of: number;
  readonly found: number;
  readonly children: ReactNode;
}

function Part({ title, id, of, found, children }: PartProps) {
  return (
    <section aria-labelledby={`part-${id}`} className="dispute-part" data-testid={`part-${id}`}>
      <h2 id={`part-${id}`} className="dispute-title">
        {title} <span className="count">{found === of ? of : `${found} of ${of}`}</span>
      </h2>
      {of > 0 && found === 0 ? <p className="muted">None of them holds this text.</p> : children}
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
    <Part title={title} id={id} of={rows.length} found={found.length}>
      {rows.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <PagedList items={found} page={PAGE} noun="item" keyOf={(row) => row.key}>
          {children}
        </PagedList>
      )}
    </Part>
  );
}

function CorrectionPart({ rows, text }: { readonly rows: ReturnType<typeof correctionRows>; readonly text: string }) {
  return (
    <Listed
      title="Corrections by sources"
      id="corrections"
      rows={rows}
      text={text}
      textOf={({ title, date, note }) => [title, date, note].join("\n")}
      none="No source is recorded as corrected or withdrawn."
    >
      {({ title, date, note }) => (
        <article className="dispute" data-testid="correction">
          <p>
            <bdi className="side-origin">{title}</bdi> <span className="muted">· {date}</span>
          </p>
          <p className="dispute-note">{note}</p>
        </article>
      )}
    </Listed>
  );
}
