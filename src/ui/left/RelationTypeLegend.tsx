// Answers: which relation types are there, in which layer, how many are shown, and which should be?
import { POLARITIES } from "../../model/kinds.ts";
import { countText } from "../../model/text.ts";
import { POLARITY_WORDS } from "../../model/words.ts";
import { NO_FILTERS } from "../../state/view-state.ts";
import { commandsOf } from "../commands/commands.ts";
import { LineSample } from "../parts/Swatch.tsx";
import { useApp, useDispatch, useSettledVisible, useView } from "../shell/app-context.ts";
import { LegendHeading, LegendRow } from "./LegendRow.tsx";

export function RelationTypeLegend() {
  const app = useApp();
  const { filters } = useView("filters");
  const visible = useSettledVisible();
  const dispatch = useDispatch();
  const all = [...app.graph.types.values()];
  const solo = (kept: readonly string[], name: string): void => {
    const typesOff = new Set(all.map((t) => t.id).filter((id) => !kept.includes(id)));
    commandsOf(app).filter({ typesOff }, `Showed only “${name}”`);
  };
  return (
    <>
      <LegendHeading
        name="Relation"
        isAll={filters.typesOff.size === 0}
        onAll={() => commandsOf(app).filter({ typesOff: NO_FILTERS.typesOff }, "Showed all types of relation")}
      />
      {POLARITIES.map((polarity) => {
        const layer = all.filter((t) => t.polarity === polarity);
        const types = layer.filter((t) => visible.types.has(t.id) || filters.typesOff.has(t.id));
        if (types.length === 0) return null;
        const ids = types.map((t) => t.id);
        const on = ids.filter((id) => !filters.typesOff.has(id)).length;
        const total = ids.reduce((sum, id) => sum + (visible.types.get(id)?.total ?? 0), 0);
        const shown = ids.reduce((sum, id) => sum + (visible.types.get(id)?.visible ?? 0), 0);
        return (
          <div key={polarity} className="legend-group">
            <ul className="plain">
              <LegendRow
                name={POLARITY_WORDS[polarity]}
                isOn={on === ids.length}
                isMixed={on > 0 && on < ids.length}
                tally={{ visible: shown, total }}
                sample={<LineSample polarity={polarity} />}
                onToggle={() => dispatch({ type: "toggle-types", types: ids, on: on < ids.length })}
                onSolo={() =>
                  solo(
                    layer.map((t) => t.id),
                    POLARITY_WORDS[polarity],
                  )
                }
              />
            </ul>
            <details>
              <summary>
                {countText(types.length, "relation type")}
                <span className="sr-only"> of {POLARITY_WORDS[polarity]}</span>
              </summary>
              <ul className="plain">
                {types.map((t) => (
                  <LegendRow
                    key={t.id}
                    name={t.label}
                    title={t.definition}
                    isOn={!filters.typesOff.has(t.id)}
                    tally={visible.types.get(t.id)}
                    sample={null}
                    onToggle={() => dispatch({ type: "toggle-types", types: [t.id], on: filters.typesOff.has(t.id) })}
                    onSolo={() => solo([t.id], t.label)}
                  />
                ))}
              </ul>
            </details>
          </div>
        );
      })}
    </>
  );
}
