// Answers: what keeps placed actors and relations out of sight, how many each, and how is it taken back?
import { titleOf } from "../../model/text.ts";
import { isSameFilters, NO_FILTERS } from "../../state/view-state.ts";
import type { CommandContext } from "./command.ts";
import { commandsOf } from "./commands.ts";

export interface Cause {
  readonly id: "kind" | "degree" | "focus" | "hand" | "relations" | "conjecture";
  readonly count: number;
  /** What follows the count: "hidden by hand". */
  readonly words: string;
  readonly remedy: string;
  readonly act: () => void;
}

/** Those that hold actors back, in the order in which they work. */
export function actorCausesOf({ app, view, visible }: CommandContext): readonly Cause[] {
  const commands = commandsOf(app);
  const { hand, kindFilter, degreeFilter, focus } = visible.hiddenBy;
  const verb = view.isFading ? "faded" : "hidden";
  const causes: Cause[] = [
    {
      id: "hand",
      count: hand,
      words: "hidden by hand",
      remedy: "Show hidden",
      act: commands.showHidden,
    },
    {
      id: "kind",
      count: kindFilter,
      words: `${verb} by the kind filter`,
      remedy: "Show all kinds",
      act: () => commands.filter({ kindsOff: new Set() }, "Showed all kinds of actor"),
    },
    {
      id: "degree",
      count: degreeFilter,
      words: `${verb} for fewer than ${view.filters.minDegree} shown relations`,
      remedy: "Show any",
      act: () => commands.filter({ minDegree: 0 }, "Showed actors with any number of relations"),
    },
    {
      id: "focus",
      count: focus,
      words: `${verb} beyond the focus on ${titleOf(app.graph.actors.get(view.focus?.actor as never)?.label ?? "")}`,
      remedy: "Leave the focus",
      act: () => commands.focus(undefined),
    },
  ];
  return causes.filter(({ count }) => count > 0);
}

/** What holds back relations between shown actors. */
export function relationCauseOf({ app, view, visible }: CommandContext): Cause | undefined {
  const count = visible.hiddenBy.relationFilter;
  if (count === 0) return undefined;
  const { typesOff, statusesOff, sourcesOff, valid, knownOn } = view.filters;
  const isAtStart = isSameFilters({ ...NO_FILTERS, typesOff, statusesOff, sourcesOff, valid, knownOn }, NO_FILTERS);
  if (isAtStart)
    return {
      id: "conjecture",
      count,
      words: "between these actors are judgements or predictions only",
      remedy: "Show them",
      act: () => app.store.getState().dispatch({ type: "toggle-status", status: "conjecture" }),
    };
  const names = [
    typesOff.size > 0 && "type",
    !isSameFilters({ ...NO_FILTERS, statusesOff }, NO_FILTERS) && "status",
    sourcesOff.size > 0 && "source",
    valid !== undefined && "time",
    knownOn !== undefined && "the day they are known on",
  ].filter(Boolean);
  return {
    id: "relations",
    count,
    words: `between these actors ${view.isFading ? "faded" : "kept away"} by filters of ${names.join(", ")}`,
    remedy: "Reset filters",
    act: () => {
      const { typesOff, statusesOff, sourcesOff } = NO_FILTERS;
      commandsOf(app).filter(
        { typesOff, statusesOff, sourcesOff, valid: undefined, knownOn: undefined },
        "Reset the filters of relations",
      );
    },
  };
}
