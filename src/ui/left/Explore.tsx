// Answers: where does a newcomer start? With a question.
import type { StarterView } from "../../graph/graph.ts";
import { countText } from "../../model/text.ts";
import { commandsOf } from "../commands/commands.ts";
import { useApp } from "../shell/app-context.ts";
import { openStep } from "../tours/tour-commands.ts";

/** Questions on sight; the others are one click away. */
const SHOWN = 5;

export function Explore() {
  const app = useApp();
  const { starters, tours } = app.graph;
  const more = starters.slice(SHOWN);
  return (
    <section aria-labelledby="explore-title">
      <h2 id="explore-title">Start with a question</h2>
      <Questions starters={starters.slice(0, SHOWN)} />
      {more.length === 0 ? null : (
        <details>
          <summary>{countText(more.length, "more question")}</summary>
          <Questions starters={more} />
        </details>
      )}
      {tours.length === 0 ? null : (
        <>
          <h3>Or take a tour</h3>
          <ul className="plain">
            {tours.map((tour) => (
              <li key={tour.id}>
                <button type="button" className="starter" onClick={() => openStep(app, tour.id, 0)}>
                  {tour.title} <span className="muted">· {countText(tour.steps.length, "step")}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Questions({ starters }: { readonly starters: readonly StarterView[] }) {
  const app = useApp();
  return (
    <ul className="plain">
      {starters.map((starter) => (
        <li key={starter.id}>
          <button type="button" className="starter" onClick={() => commandsOf(app).openStarter(starter.id)}>
            {starter.question}
          </button>
        </li>
      ))}
    </ul>
  );
}
