// Answers: how does the user get back? One stack over every change of the view; selection alone is not a step.
import { type Action, reduce, type ViewState } from "./view-state.ts";

export const MAX_STEPS = 200;

export interface History {
  readonly past: readonly ViewState[];
  readonly present: ViewState;
  readonly future: readonly ViewState[];
}

export function startHistory(present: ViewState): History {
  return { past: [], present, future: [] };
}

export function applyAction(history: History, action: Action): History {
  const next = reduce(history.present, action);
  if (next === history.present) return history;
  if (isSameView(next, history.present)) return { ...history, present: { ...next, step: history.present.step } };
  return { past: [...history.past, history.present].slice(-MAX_STEPS), present: next, future: [] };
}

export function undo(history: History): History {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return { past: history.past.slice(0, -1), present: previous, future: [history.present, ...history.future] };
}

export function redo(history: History): History {
  const [next, ...rest] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future: rest };
}

/** Back or forward over several steps at once: negative is back, and at either end it stops. */
export function travel(history: History, steps: number): History {
  let at = history;
  for (let n = 0; n < Math.abs(steps); n++) at = steps < 0 ? undo(at) : redo(at);
  return at;
}

/** Alike but for selection. */
function isSameView(a: ViewState, b: ViewState): boolean {
  return (
    a.placed === b.placed &&
    a.hidden === b.hidden &&
    a.pinned === b.pinned &&
    a.filters === b.filters &&
    a.isFading === b.isFading &&
    a.focus === b.focus &&
    a.question === b.question &&
    a.route === b.route &&
    a.tour?.id === b.tour?.id &&
    a.tour?.step === b.tour?.step
  );
}
