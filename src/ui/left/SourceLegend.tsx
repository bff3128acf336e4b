// Answers: which sources do the relations on the canvas rest on, how are they graded, and which should count?
import { RELIABILITY_WORDS } from "../../model/words.ts";
import { NO_FILTERS } from "../../state/view-state.ts";
import { commandsOf } from "../commands/commands.ts";
import { useApp, useDispatch, useSettledVisible, useView } from "../shell/app-context.ts";
import { LegendHeading, LegendRow } from "./LegendRow.tsx";

export function SourceLegend() {
  const app = useApp();
  const { filters } = useView("filters");
  const visible = useSettledVisible();
  const dispatch = useDispatch();
  const all = [...app.graph.sources.values()];
  const shown = all.filter(({ id }) => visible.sources.has(id) || filters.sourcesOff.has(id));
  return (
    <>
      <LegendHeading
        name="Source"
        isAll={filters.sourcesOff.size === 0}
        onAll={() => commandsOf(app).filter({ sourcesOff: NO_FILTERS.sourcesOff }, "Counted all sources")}
      />
      <ul className="plain" aria-label="Source">
        {shown.map(({ id, title, published, reliability }) => (
          <LegendRow
            key={id}
            name={title}
            title={`${title}, ${published}. Reliability ${reliability}, ${RELIABILITY_WORDS[reliability]}. Without it, relations stand on their other sources, or go.`}
            isOn={!filters.sourcesOff.has(id)}
            tally={visible.sources.get(id)}
            sample={
              <span className="grade">
                <span className="sr-only">reliability </span>
                {reliability}
              </span>
            }
            onToggle={() => dispatch({ type: "toggle-source", source: id })}
            onSolo={() =>
              commandsOf(app).filter(
                { sourcesOff: new Set(all.map((s) => s.id).filter((other) => other !== id)) },
                `Counted only “${title}”`,
              )
            }
          />
        ))}
      </ul>
    </>
  );
}
