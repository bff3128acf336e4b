// Answers: who supports or opposes one actor, whom does it, through what, since when?
import { SegmentedControl } from "@mantine/core";
import { useCallback, useEffect, useMemo } from "react";
import type { ActorId } from "../../model/ids.ts";
import { countText } from "../../model/text.ts";
import { chosenActorOf } from "../../state/view-state.ts";
import { AnswerState } from "../parts/AnswerState.tsx";
import { sharesOf, useAnswer } from "../parts/use-answer.ts";
import { useKept } from "../parts/use-kept.ts";
import { assertedFilterOf, viewFilterOf } from "../parts/view-filter.ts";
import { inSlices } from "../query/breathing.ts";
import { useApp, useView } from "../shell/app-context.ts";
import { ActorPicker } from "./ActorPicker.tsx";
import { SharedOpponents } from "./SharedOpponents.tsx";
import { SupportSide } from "./SupportSide.tsx";
import { type ActorOption, actorOptions, nameOf, opponentRows, type Stance, supportLayers } from "./support-rows.ts";

const SIDE_WORDS: Readonly<Record<Stance, string>> = { supportive: "support", hostile: "opposition" };
const VERBS: Readonly<Record<Stance, string>> = { supportive: "support", hostile: "oppose" };
const NO_OPTIONS: readonly ActorOption[] = [];
const DIRECTIONS = ["in", "out"] as const;

export function Around({ stance, isAll }: { readonly stance: Stance; readonly isAll: boolean }) {
  const app = useApp();
  const { graph, engine } = app;
  const { filters, selected } = useView("filters", "selected");
  const filter = useMemo(() => (isAll ? viewFilterOf : assertedFilterOf)(graph, filters), [graph, filters, isAll]);
  const list = useCallback(
    (signal: AbortSignal) => inSlices(actorOptions(graph, stance, filter), signal),
    [graph, stance, filter],
  );
  const options = useAnswer(list).value;
  const chosen = chosenActorOf({ selected });
  /** It stays while evidence is opened, which selects other things. */
  const [picked, setActor] = useKept<ActorId | undefined>("support actor", chosen);
  const first = options?.[0]?.id;
  const actor = picked ?? first;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with the first list; it stays when filters change
  useEffect(() => {
    if (picked === undefined && first !== undefined) setActor(first);
  }, [first]);
  const [depth, setDepth] = useKept("support depth", 1);
  const ask = useCallback(
    async (signal: AbortSignal, onProgress: (share: number) => void) => {
      if (actor === undefined) return undefined;
      const query = stance === "supportive" ? engine.support : engine.opposition;
      const [ofIn, ofOut, ofShared] = sharesOf(stance === "hostile" ? 3 : 2, onProgress);
      const [inward, outward, shared] = await Promise.all([
        query(actor, { direction: "in", depth, filter }, { signal, onProgress: ofIn }),
        query(actor, { direction: "out", depth, filter }, { signal, onProgress: ofOut }),
        stance === "hostile" ? engine.enemiesOfEnemies(actor, filter, { signal, onProgress: ofShared }) : undefined,
      ]);
      return { actor, stance, filter, answers: { in: inward, out: outward }, shared: shared?.actors };
    },
    [engine, actor, stance, depth, filter],
  );
  const answer = useAnswer(ask);
  const { value, isCurrent } = answer;
  return (
    <>
      <div className="pane-tools">
        <ActorPicker options={options ?? NO_OPTIONS} value={actor} onPick={setActor} />
        {chosen === undefined || chosen === actor ? null : (
          <button type="button" className="link" onClick={() => setActor(chosen)}>
            Ask about {nameOf(graph, chosen)}, which is selected
          </button>
        )}
        <SegmentedControl
          size="xs"
          aria-label="Hops at most"
          value={String(depth)}
          onChange={(next) => setDepth(Number(next))}
          data={[
            { value: "1", label: "Direct" },
            { value: "2", label: "2 hops" },
            { value: "3", label: "3 hops" },
          ]}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="pane-body" tabIndex={0} aria-label="Answer" aria-busy={!isCurrent}>
        <AnswerState answer={answer} what="The answer" doing="Working out the answer" />
        {value === undefined ? null : (
          <>
            <p className="pane-count" role="status" data-testid="support-count">
              {countText(value.answers.in.supporters.length, "actor")} said to {VERBS[value.stance]}{" "}
              <bdi>{nameOf(graph, value.actor)}</bdi>, {value.answers.out.supporters.length} the other way round. Counted are
              relations that pass {SIDE_WORDS[value.stance]} on, under the current filters; the matrix counts all. Not listed is
              not recorded, which is not “no”.
            </p>
            <div className="support-sides">
              {DIRECTIONS.map((direction) => (
                <SupportSide
                  key={direction}
                  stance={value.stance}
                  direction={direction}
                  name={nameOf(graph, value.actor)}
                  layers={supportLayers(graph, value.answers[direction], value.filter)}
                  onActor={setActor}
                />
              ))}
            </div>
            {value.shared === undefined ? null : (
              <SharedOpponents name={nameOf(graph, value.actor)} rows={opponentRows(graph, value.shared)} onActor={setActor} />
            )}
          </>
        )}
      </section>
    </>
  );
}
