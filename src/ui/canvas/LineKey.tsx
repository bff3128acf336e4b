// Answers: how is a line read?
import type { RelationStatus } from "../../model/kinds.ts";
import { POLARITIES } from "../../model/kinds.ts";
import { POLARITY_WORDS, RELATION_STATUS_WORDS } from "../../model/words.ts";
import { LineSample } from "../parts/Swatch.tsx";

const SHOWN: readonly RelationStatus[] = ["confirmed", "reported", "alleged", "disputed", "denied", "planned", "conjecture"];

export function LineKey() {
  return (
    <details className="line-key" data-testid="line-key">
      <summary>How to read a line</summary>
      <dl>
        {SHOWN.map((status) => (
          <div key={status}>
            <dt>
              <LineSample status={status} /> {status}
            </dt>
            <dd>{RELATION_STATUS_WORDS[status]}</dd>
          </div>
        ))}
      </dl>
      <p>
        Colour says what sort of tie it is:{" "}
        {POLARITIES.map((polarity) => (
          <span key={polarity} className="key-color">
            <LineSample polarity={polarity} /> {POLARITY_WORDS[polarity]}
          </span>
        ))}
      </p>
      <p>The arrow points the way the sentence reads. A wider line rests on more independent origins: one, two, three or more.</p>
      <p>+n beneath a name: n neighbors that are not on the canvas. Double-click a name to add them.</p>
    </details>
  );
}
