// Answers: where do the sources disagree, what did curators flag, and what was corrected or withdrawn?
import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useCallback, useDeferredValue, useMemo, useRef } from "react";
import type { Claim } from "../../model/records.ts";
import { settingsOf } from "../../state/view-state.ts";
import { AnswerState } from "../parts/AnswerState.tsx";
import { useAnswer } from "../parts/use-answer.ts";
import { useKept } from "../parts/use-kept.ts";
import { usePaneFocus } from "../parts/use-pane-focus.ts";
import { inSlices } from "../query/breathing.ts";
import { useApp, useView } from "../shell/app-context.ts";
import { ContradictionItem, CorrectionItem, DisputeItem } from "./DisputeItems.tsx";
import {
  claimsLeft,
  contradictionRows,
  contradictionText,
  correctionRows,
  disputeRows,
  disputeText,
  flaggedRow,
  withdrawnClaims,
  withdrawnRow,
} from "./dispute-rows.ts";
import { Listed } from "./Listed.tsx";
import { ListedClaims } from "./ListedClaims.tsx";
import "../parts/pane.css";
import "./disputes.css";

export function DisputesPane() {
  const pane = useRef<HTMLElement>(null);
  usePaneFocus(pane);
  const { graph, engine } = useApp();
  const { filters } = useView("filters");
  const [text, setText] = useKept("disputes text", "");
  const wanted = useDeferredValue(text);
  const settings = useMemo(() => settingsOf(filters), [filters]);
  const list = useCallback((signal: AbortSignal) => inSlices(disputeRows(graph, settings), signal), [graph, settings]);
  const disputes = useAnswer(list).value;
  const corrections = useMemo(() => correctionRows(graph, settings), [graph, settings]);
  const ask = useCallback(async () => {
    const [contradictions, noted] = await Promise.all([engine.contradictions(), engine.notedClaims()]);
    return { contradictions, noted };
  }, [engine]);
  const findings = useAnswer(ask);
  const found = findings.value;
  const lists = useCallback(
    async (signal: AbortSignal) => {
      if (found === undefined) return undefined;
      const { contradictions, noted } = found;
      return {
        contradictions: await inSlices(contradictionRows(graph, contradictions, settings), signal),
        flagged: await inSlices(claimsLeft(graph, noted, settings), signal),
        withdrawn: await inSlices(withdrawnClaims(graph, settings), signal),
        flaggedRow: (claim: Claim) => flaggedRow(graph, claim),
        withdrawnRow: (claim: Claim) => withdrawnRow(graph, claim),
      };
    },
    [graph, found, settings],
  );
  const listed = useAnswer(lists);
  const loaded = listed.value;
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
        <AnswerState answer={findings} what="What contradicts what" doing="Loading what contradicts what" />
        {found === undefined ? null : <AnswerState answer={listed} what="The lists" doing="Listing what contradicts what" />}
        {loaded === undefined ? null : (
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
            <ListedClaims
              title="Withdrawn claims"
              id="withdrawn"
              ids={loaded.withdrawn}
              rowOf={loaded.withdrawnRow}
              text={wanted}
              none="No claim is recorded as withdrawn."
            />
            <ListedClaims
              title="Curators’ notes on claims"
              id="flagged"
              ids={loaded.flagged}
              rowOf={loaded.flaggedRow}
              text={wanted}
              none="No claim carries a curator’s note."
            />
          </>
        )}
      </section>
    </section>
  );
}
