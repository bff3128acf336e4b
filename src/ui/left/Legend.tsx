// Answers: what do shapes and lines mean, how many are shown, and which should be?
import { ACTOR_KINDS, RELATION_STATUSES } from "../../model/kinds.ts";
import { RELATION_STATUS_WORDS } from "../../model/words.ts";
import { type Filters, NO_FILTERS } from "../../state/view-state.ts";
import { KIND_STYLES } from "../../view/palette.ts";
import { commandsOf } from "../commands/commands.ts";
import { KindSwatch, LineSample } from "../parts/Swatch.tsx";
import { useApp, useDispatch, useSettledVisible, useView } from "../shell/app-context.ts";
import { LegendHeading, LegendRow } from "./LegendRow.tsx";
import { RelationTypeLegend } from "./RelationTypeLegend.tsx";
import { SourceLegend } from "./SourceLegend.tsx";

export function Legend() {
  const app = useApp();
  const { filters, isFading } = useView("filters", "isFading");
  const visible = useSettledVisible();
  const dispatch = useDispatch();
  const set = (change: Partial<Filters>, step: string): void => commandsOf(app).filter(change, step);
  return (
    <section aria-labelledby="filters-title" data-testid="filters">
      <h2 id="filters-title">Filters and legend</h2>
      <LegendHeading
        name="Kind of actor"
        isAll={filters.kindsOff.size === 0}
        onAll={() => set({ kindsOff: NO_FILTERS.kindsOff }, "Showed all kinds of actor")}
      />
      <ul className="plain" aria-label="Kind of actor">
        {ACTOR_KINDS.filter((kind) => visible.kinds.has(kind) || filters.kindsOff.has(kind)).map((kind) => (
          <LegendRow
            key={kind}
            name={KIND_STYLES[kind].word}
            isOn={!filters.kindsOff.has(kind)}
            tally={visible.kinds.get(kind)}
            sample={<KindSwatch kind={kind} />}
            onToggle={() => dispatch({ type: "toggle-kind", kind })}
            onSolo={() =>
              set(
                { kindsOff: new Set(ACTOR_KINDS.filter((k) => k !== kind)) },
                `Showed only the kind “${KIND_STYLES[kind].word}”`,
              )
            }
          />
        ))}
      </ul>
      <label className="legend-number">
        At least
        <input
          type="number"
          min={0}
          max={99}
          value={filters.minDegree}
          data-testid="min-degree"
          onChange={(event) => {
            const minDegree = Math.max(0, Math.min(99, Math.round(Number(event.currentTarget.value))));
            set(
              { minDegree },
              minDegree === 0 ? "Showed actors with any number of relations" : `Asked for at least ${minDegree} relations`,
            );
          }}
        />
        shown relations each
      </label>
      <LegendHeading
        name="Status of the relation"
        isAll={filters.statusesOff.size === 0}
        onAll={() => set({ statusesOff: new Set() }, "Showed relations of every status")}
      />
      <ul className="plain" aria-label="Status of the relation">
        {RELATION_STATUSES.filter((status) => visible.statuses.has(status) || filters.statusesOff.has(status)).map((status) =>
          status === "hidden" || (status === "retracted" && !visible.statuses.has(status)) ? null : (
            <LegendRow
              key={status}
              name={status}
              title={RELATION_STATUS_WORDS[status]}
              isOn={!filters.statusesOff.has(status)}
              tally={visible.statuses.get(status)}
              sample={<LineSample status={status} />}
              onToggle={() => dispatch({ type: "toggle-status", status })}
              onSolo={() =>
                set({ statusesOff: new Set(RELATION_STATUSES.filter((s) => s !== status)) }, `Showed only ${status} relations`)
              }
            />
          ),
        )}
      </ul>
      <RelationTypeLegend />
      <SourceLegend />
      <h3>What filters refuse</h3>
      <label className="legend-row">
        <input
          type="checkbox"
          checked={isFading}
          data-testid="fading"
          onChange={(event) => dispatch({ type: "set-fading", isOn: event.currentTarget.checked })}
        />
        <span className="legend-name">is faded, not hidden</span>
      </label>
    </section>
  );
}
