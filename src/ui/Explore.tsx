// Answers: where does a newcomer start? With a question.
import { useApp } from "./app-context.ts";
import { commandsOf } from "./commands.ts";

export function Explore() {
  const app = useApp();
  return (
    <section aria-labelledby="explore-title">
      <h2 id="explore-title">Start with a question</h2>
      <ul className="plain">
        {app.graph.starters.map((starter) => (
          <li key={starter.id}>
            <button type="button" className="starter" onClick={() => commandsOf(app).openStarter(starter.id)}>
              {starter.question}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
