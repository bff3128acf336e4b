// Answers: on which sources does all this rest, and what if one of them is wrong?
// biome-ignore-all lint/a11y/useSemanticElements: rows are laid out by CSS grid, which takes the meaning from table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: what can be done in a cell has the focus
import { NativeSelect, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import type { SourceId } from "../../model/ids.ts";
import { countText } from "../../model/text.ts";
import { commandsOf } from "../commands/commands.ts";
import { AnswerState } from "../parts/AnswerState.tsx";
import { sharesOf, useAnswer } from "../parts/use-answer.ts";
import { useKept } from "../parts/use-kept.ts";
import { usePaneFocus } from "../parts/use-pane-focus.ts";
import { useShown } from "../parts/use-shown.ts";
import { viewFilterOf } from "../parts/view-filter.ts";
import { useApp, useView } from "../shell/app-context.ts";
import { SourceLine } from "./SourceLine.tsx";
import { matchingSources, SOURCE_ORDER_WORDS, SOURCE_ORDERS, type SourceOrder, sourceGroups, sourceRows } from "./source-rows.ts";
import "../parts/pane.css";
import "./sources.css";

/** Rows in the page at first, and added with each click. */
const PAGE = 50;
/** Those in sight of a large window: they come with the answer, the rest in a frame after it. */
const AT_ONCE = 20;

export function SourcesPane({ onSource }: { readonly onSource: (id: string) => void }) {
  const pane = useRef<HTMLElement>(null);
  usePaneFocus(pane);
  const app = useApp();
  const { graph, engine } = app;
  const { filters } = useView("filters");
  const [text, setText] = useKept("sources text", "");
  const [order, setOrder] = useKept<SourceOrder>("sources order", "publisher");
  const [previewed, setPreviewed] = useState<SourceId>();
  const [listed, setListed] = useState(PAGE);
  const wanted = useDeferredValue(text);
  const ask = useCallback(
    async (signal: AbortSignal, onProgress: (share: number) => void) => {
      const filter = viewFilterOf(graph, filters);
      // A judgement or a denial does not carry a relation.
      const carrying = { ...filter, denials: false };
      const isWhole = filters.sourcesOff.size === 0;
      const [ofThese, ofAll] = sharesOf(isWhole ? 1 : 2, onProgress);
      const loads = await engine.sourceLoads(carrying, { signal, onProgress: ofThese });
      ofThese?.(1);
      const loadsOfAll = isWhole
        ? loads
        : await engine.sourceLoads({ ...carrying, sourcesOff: undefined }, { signal, onProgress: ofAll });
      return sourceRows(graph, filters, loads, loadsOfAll);
    },
    [engine, graph, filters],
  );
  const answer = useAnswer(ask);
  const { value: rows, isCurrent } = answer;
  const matching = useMemo(() => matchingSources(rows ?? [], wanted), [rows, wanted]);
  const groups = useMemo(() => sourceGroups(matching, order, filters.knownOn), [matching, order, filters.knownOn]);
  const isShown = useShown(rows !== undefined);
  const counting = (rows ?? []).filter(({ isOn, isLater }) => isOn && !isLater).length;
  const inPage = new Set(
    groups
      .flatMap((group) => group.rows)
      .slice(0, isShown ? listed : AT_ONCE)
      .map((row) => row.source.id),
  );
  const rest = matching.length - inPage.size;
  return (
    <section ref={pane} tabIndex={-1} className="pane" aria-label="Sources" data-testid="sources-pane">
      <div className="pane-tools">
        <TextInput
          size="xs"
          className="pane-text"
          aria-label="Filter the sources by text"
          placeholder="Filter the sources"
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          aria-label="Order of the sources"
          value={order}
          onChange={(event) => setOrder(event.currentTarget.value as SourceOrder)}
          data={SOURCE_ORDERS.map((value) => ({ value, label: SOURCE_ORDER_WORDS[value] }))}
        />
        <p className="pane-count" role="status" data-testid="sources-count">
          {wanted.trim() === "" ? "" : `${matching.length} of ${graph.sources.size} hold “${wanted.trim()}” · `}
          {counting} of {countText(graph.sources.size, "source")} count
          {counting === 1 && graph.sources.size === 1 ? "s" : ""}
        </p>
        {filters.sourcesOff.size === 0 ? null : (
          <button
            type="button"
            className="link"
            onClick={() => commandsOf(app).filter({ sourcesOff: new Set() }, "Counted all sources")}
          >
            Count all again
          </button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="pane-body" tabIndex={0} aria-label="List of sources" aria-busy={!isCurrent}>
        <AnswerState answer={answer} what="What rests on each source" doing="Working out what rests on each source" />
        {rows === undefined ? null : (
          <div role="table" aria-label="Sources">
            <div role="rowgroup" className="source-heads">
              <div role="row" className="source-line">
                <span role="columnheader">Counts</span>
                <span role="columnheader">Source</span>
                <span role="columnheader">Reliability</span>
                <span role="columnheader">Claims</span>
                <span role="columnheader">Relations</span>
                <span role="columnheader">Alone</span>
                <span role="columnheader">
                  <span className="sr-only">Count only this</span>
                </span>
              </div>
            </div>
            {groups.map(({ title, note, rows: held }) => {
              const shown = held.filter(({ source }) => inPage.has(source.id));
              return shown.length === 0 ? null : (
                <div key={title} role="rowgroup" className="source-group">
                  <div role="row">
                    <div role="rowheader" className="source-heading">
                      <bdi>{title}</bdi> <span className="count">{held.length}</span>
                      {note === undefined ? null : <span className="muted"> {note}</span>}
                    </div>
                  </div>
                  {shown.map((row) => (
                    <SourceLine
                      key={row.source.id}
                      row={row}
                      isGrouped={order === "publisher" && !row.isLater}
                      isPreviewed={previewed === row.source.id}
                      onPreview={(isWanted) => setPreviewed(isWanted ? row.source.id : undefined)}
                      onSource={onSource}
                    />
                  ))}
                </div>
              );
            })}
          </div>
        )}
      </section>
      {isShown && rest > 0 ? (
        <p className="pane-more">
          {inPage.size} of {matching.length} sources listed.{" "}
          <button type="button" className="link" onClick={() => setListed(listed + PAGE)}>
            Show {Math.min(rest, PAGE)} more
          </button>
        </p>
      ) : null}
      {rows !== undefined && matching.length === 0 ? <p className="pane-empty">No source here holds “{wanted.trim()}”.</p> : null}
    </section>
  );
}
