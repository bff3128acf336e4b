// Answers: what do shapes and lines mean, how many are shown, and which should be?
import { ACTOR_KINDS, POLARITIES, RELATION_STATUSES } from "../../model/kinds.ts";
import { countText } from "../../model/text.ts";
import { POLARITY_WORDS, RELATION_STATUS_WORDS } from "../../model/words.ts";
import type { Tally } from "../../state/visible.ts";
import { KIND_STYLES } from "../../view/palette.ts";
import { KindSwatch, LineSample } from "../parts/Swatch.tsx";
import { useApp, useDispatch, useView, useVisible } from "../shell/app-context.ts";

interface RowProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly isMixed?: boolean;
  readonly tally: Tally | undefined;
  readonly sample: React.ReactNode;
  readonly title?: string;
  readonly onToggle: () => void;
}

function Row({ name, isOn, isMixed = false, tally = { visible: 0, total: 0 }, sample, title, onToggle }: RowProps) {
  return (
    <li>
      <label className="legend-row" title={title}>
        <input
          type="checkbox"
          checked={isOn}
          ref={(element) => {
            if (element !== null) element.indeterminate = isMixed;
          }}
          onChange={onToggle}
        />
        {sample}
        <span className="legend-name">{name}</span>
        <span className="count">
          {tally.visible}/{tally.total}
          <span className="sr-only"> shown</span>
        </span>
      </label>
    </li>
  );
}

export function Legend() {
  const { graph } = useApp();
  const { filters } = useView();
  const visible = useVisible();
  const dispatch = useDispatch();
  return (
    <section aria-labelledby="filters-title" data-testid="filters">
      <h2 id="filters-title">Filters and legend</h2>
      <h3 id="kinds-title">Kind of actor</h3>
      <ul className="plain" aria-labelledby="kinds-title">
        {ACTOR_KINDS.filter((kind) => visible.kinds.has(kind) || filters.kindsOff.has(kind)).map((kind) => (
          <Row
            key={kind}
            name={KIND_STYLES[kind].word}
            isOn={!filters.kindsOff.has(kind)}
            tally={visible.kinds.get(kind)}
            sample={<KindSwatch kind={kind} />}
            onToggle={() => dispatch({ type: "toggle-kind", kind })}
          />
        ))}
      </ul>
      <h3 id="status-title">Status of the relation</h3>
      <ul className="plain" aria-labelledby="status-title">
        {RELATION_STATUSES.filter((status) => visible.statuses.has(status) || filters.statusesOff.has(status)).map((status) =>
          status === "hidden" || (status === "retracted" && !visible.statuses.has(status)) ? null : (
            <Row
              key={status}
              name={status}
              title={RELATION_STATUS_WORDS[status]}
              isOn={!filters.statusesOff.has(status)}
              tally={visible.statuses.get(status)}
              sample={<LineSample status={status} />}
              onToggle={() => dispatch({ type: "toggle-status", status })}
            />
          ),
        )}
      </ul>
      <h3>Relation</h3>
      {POLARITIES.map((polarity) => {
        const types = [...graph.types.values()].filter(
          (t) => t.polarity === polarity && (visible.types.has(t.id) || filters.typesOff.has(t.id)),
        );
        if (types.length === 0) return null;
        const ids = types.map((t) => t.id);
        const on = ids.filter((id) => !filters.typesOff.has(id)).length;
        const total = ids.reduce((sum, id) => sum + (visible.types.get(id)?.total ?? 0), 0);
        const shown = ids.reduce((sum, id) => sum + (visible.types.get(id)?.visible ?? 0), 0);
        return (
          <div key={polarity} className="legend-group">
            <ul className="plain">
              <Row
                name={POLARITY_WORDS[polarity]}
                isOn={on === ids.length}
                isMixed={on > 0 && on < ids.length}
                tally={{ visible: shown, total }}
                sample={<LineSample polarity={polarity} />}
                onToggle={() => dispatch({ type: "toggle-types", types: ids, on: on < ids.length })}
              />
            </ul>
            <details>
              <summary>
                {countText(types.length, "relation type")}
                <span className="sr-only"> of {POLARITY_WORDS[polarity]}</span>
              </summary>
              <ul className="plain">
                {types.map((t) => (
                  <Row
                    key={t.id}
                    name={t.label}
                    title={t.definition}
                    isOn={!filters.typesOff.has(t.id)}
                    tally={visible.types.get(t.id)}
                    sample={null}
                    onToggle={() => dispatch({ type: "toggle-types", types: [t.id], on: filters.typesOff.has(t.id) })}
                  />
                ))}
              </ul>
            </details>
          </div>
        );
      })}
    </section>
  );
}
