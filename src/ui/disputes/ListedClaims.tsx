// Answers: how do many claims stand in the list, when their details are loaded only as far as they are looked at or searched?
import { useCallback, useMemo, useState } from "react";
import { abortError } from "../../engine/slices.ts";
import type { ClaimId } from "../../model/ids.ts";
import type { Claim } from "../../model/records.ts";
import { AnswerState } from "../parts/AnswerState.tsx";
import { wordsOf } from "../parts/text-filter.ts";
import { useAnswer } from "../parts/use-answer.ts";
import { BREATHING } from "../query/breathing.ts";
import { useApp } from "../shell/app-context.ts";
import { FlaggedItem } from "./DisputeItems.tsx";
import { type FlaggedRow, flaggedText } from "./dispute-rows.ts";
import { Listed, PAGE } from "./Listed.tsx";

/** Claims made into rows between two pauses: a few milliseconds. */
const BATCH = 128;
const NONE: readonly FlaggedRow[] = [];

interface Props {
  readonly title: string;
  readonly id: string;
  readonly ids: readonly ClaimId[];
  readonly rowOf: (claim: Claim) => FlaggedRow | undefined;
  readonly text: string;
  /** What is said where there are none. */
  readonly none: string;
}

export function ListedClaims({ title, id, ids, rowOf, text, none }: Props) {
  const { engine } = useApp();
  const [wanted, setWanted] = useState(PAGE);
  const isFiltered = wordsOf(text).length > 0;
  const needed = useMemo(() => (isFiltered ? ids : ids.slice(0, wanted)), [ids, isFiltered, wanted]);
  const ask = useCallback(
    async (signal: AbortSignal, onProgress: (share: number) => void) => {
      const rows: FlaggedRow[] = [];
      for (let i = 0; i < needed.length; i += BATCH) {
        if (signal.aborted) throw abortError();
        for (const claim of await engine.claims(needed.slice(i, i + BATCH))) {
          const row = rowOf(claim);
          if (row !== undefined) rows.push(row);
        }
        onProgress(i / needed.length);
        await BREATHING.pause();
      }
      return rows;
    },
    [engine, needed, rowOf],
  );
  const answer = useAnswer(ask);
  return (
    <Listed
      title={title}
      id={id}
      rows={answer.value ?? NONE}
      more={{ total: ids.length, onWanted: setWanted }}
      text={answer.isCurrent || !isFiltered ? text : ""}
      textOf={flaggedText}
      none={none}
      state={<AnswerState answer={answer} what={title} doing={`Loading ${title.replace(/^./, (c) => c.toLowerCase())}`} />}
    >
      {(row) => <FlaggedItem row={row} />}
    </Listed>
  );
}
