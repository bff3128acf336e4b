// Answers: what does a whole tour say, step by step, and on which relations and claims does each step rest?
import { knownOnOf, relationsOfFact } from "../../graph/analysis/tours.ts";
import type { TourView } from "../../graph/graph.ts";
import type { SourceId } from "../../model/ids.ts";
import { RelationButton } from "../parts/RelationButton.tsx";
import { relationLineOf } from "../parts/relation-line.ts";
import { useApp } from "../shell/app-context.ts";
import { openStep } from "./tour-commands.ts";

export function TourText({ tour, at }: { readonly tour: TourView; readonly at: number }) {
  const app = useApp();
  const { graph } = app;
  return (
    <div className="tour-whole" data-testid="tour-text">
      <p>{tour.question}</p>
      <ol className="plain">
        {tour.steps.map((step, i) => (
          <li key={step.title} aria-current={i === at ? "step" : undefined}>
            <h3>
              {i + 1}. {step.title}
              {step.knownOn === undefined ? "" : `, as known on ${step.knownOn}`}{" "}
              {i === at ? null : (
                <button type="button" className="link no-print" onClick={() => openStep(app, tour.id, i)}>
                  Go there
                </button>
              )}
            </h3>
            <p>{step.text}</p>
            <ul className="plain">
              {step.facts.map((fact) => {
                const [edge] = relationsOfFact(graph, fact);
                return edge === undefined ? null : (
                  <li key={edge.id}>
                    <RelationButton line={relationLineOf(graph, edge, { knownOn: knownOnOf(step) })} />
                    <p className="muted tour-claims">
                      {fact.claims
                        .map((id) => {
                          const source = graph.sources.get(id.split("#")[0] as SourceId);
                          return `${source?.title ?? id}, ${source?.published ?? ""} (${id})`;
                        })
                        .join("; ")}
                    </p>
                  </li>
                );
              })}
            </ul>
          </li>
        ))}
      </ol>
      <p className="muted">
        Each step starts with all sources counting. Statuses are those of its day, whatever the filters say now. What a tour does
        not say is not thereby denied.
      </p>
    </div>
  );
}
