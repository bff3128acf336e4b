// Answers: which filters are set, and how is one taken back?
import { IconX } from "@tabler/icons-react";
import { dayText } from "../../model/day.ts";
import { countText, titleOf } from "../../model/text.ts";
import { POLARITY_WORDS } from "../../model/words.ts";
import { type Action, STATUSES_OFF_AT_START } from "../../state/view-state.ts";
import { KIND_STYLES } from "../../view/palette.ts";
import { useApp, useDispatch, useView } from "../shell/app-context.ts";

export function FilterChips() {
  const { graph } = useApp();
  const { filters, focus } = useView("filters", "focus");
  const dispatch = useDispatch();
  const chips: Array<{ label: string; undo: Action }> = [];
  for (const kind of filters.kindsOff)
    chips.push({ label: `without: ${KIND_STYLES[kind].word}`, undo: { type: "toggle-kind", kind } });
  for (const status of filters.statusesOff)
    if (!STATUSES_OFF_AT_START.includes(status))
      chips.push({ label: `without: ${status}`, undo: { type: "toggle-status", status } });
  for (const status of STATUSES_OFF_AT_START)
    if (!filters.statusesOff.has(status)) chips.push({ label: `with: ${status}`, undo: { type: "toggle-status", status } });
  for (const polarity of Object.keys(POLARITY_WORDS) as Array<keyof typeof POLARITY_WORDS>) {
    const types = [...graph.types.values()].filter((t) => t.polarity === polarity).map((t) => t.id);
    const off = types.filter((id) => filters.typesOff.has(id));
    if (off.length === 0) continue;
    const label = off.length > 2 ? `${POLARITY_WORDS[polarity]}: ${off.length} types` : off.join(", ");
    chips.push({ label: `without: ${label}`, undo: { type: "toggle-types", types: off, on: true } });
  }
  for (const source of filters.sourcesOff)
    chips.push({
      label: `without source: ${graph.sources.get(source)?.title ?? source}`,
      undo: { type: "toggle-source", source },
    });
  if (filters.minDegree > 0)
    chips.push({
      label: `at least ${countText(filters.minDegree, "relation")}`,
      undo: { type: "set-filters", filters: { minDegree: 0 }, step: "Showed actors with any number of relations" },
    });
  if (filters.valid !== undefined) {
    const { from, to } = filters.valid;
    const words = [from === undefined ? "" : `from ${dayText(from)}`, to === undefined ? "" : `to ${dayText(to)}`];
    chips.push({
      label: `may have held ${words.filter((w) => w !== "").join(" ")}`,
      undo: { type: "set-filters", filters: { valid: undefined }, step: "Showed any time" },
    });
  }
  if (filters.knownOn !== undefined)
    chips.push({
      label: `as known on ${dayText(filters.knownOn)}`,
      undo: { type: "set-filters", filters: { knownOn: undefined }, step: "Read as known today" },
    });
  if (focus !== undefined)
    chips.push({
      label: `within ${countText(focus.hops, "hop")} of ${titleOf(graph.actors.get(focus.actor)?.label ?? focus.actor)}`,
      undo: { type: "focus", focus: undefined },
    });
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label="Active filters">
      {chips.map(({ label, undo }) => (
        <li key={label}>
          <button type="button" className="chip" onClick={() => dispatch(undo)} aria-label={`Remove filter ${label}`}>
            <bdi>{label}</bdi> <IconX size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="chip chip-clear" onClick={() => dispatch({ type: "clear-filters" })}>
          clear all
        </button>
      </li>
    </ul>
  );
}
