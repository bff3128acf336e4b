// Answers: why is no route recorded, what would give one, and how far does one come?
import { Button } from "@mantine/core";
import { COUNTED_ROUTES, type Constraint, type NoPathExplanation, type Relaxation } from "../../graph/paths/explain-no-path.ts";
import { MAX_HOPS } from "../../graph/paths/path-limits.ts";
import { countText, titleOf } from "../../model/text.ts";
import { NO_QUESTION, type RouteQuestion } from "../../state/route-question.ts";
import { type Filters, NO_FILTERS } from "../../state/view-state.ts";
import { commandsOf } from "../commands/commands.ts";
import { useApp, useView } from "../shell/app-context.ts";
import { routeCommandsOf } from "./route-commands.ts";
import { CONSTRAINT_WORDS } from "./route-words.ts";

export function NoRoute({ explanation }: { readonly explanation: NoPathExplanation }) {
  const app = useApp();
  const { question } = useView("question");
  const { reason, relaxations, nearest, reached, unconstrainedHops } = explanation;
  const nameOf = (id: string): string => titleOf(app.graph.actors.get(id as never)?.label ?? id);
  const ends = `${question.from.map(nameOf).join(", ")} and ${question.to.map(nameOf).join(", ")}`;
  const offers = offersOf(relaxations, question);
  return (
    <div className="no-route" data-testid="no-route">
      <p>
        <strong>
          {reason === "disconnected"
            ? `No connection between ${ends} is recorded here, whatever the rules.`
            : `No route between ${ends} is recorded under these rules.`}
        </strong>{" "}
        That is not to say that there is none: only what the sources of this dataset claim is recorded.
      </p>
      {unconstrainedHops === undefined ? null : (
        <p className="muted">With every rule and filter dropped, the nearest is {countText(unconstrainedHops, "hop")} long.</p>
      )}
      {offers.length > 0 ? (
        <ul className="plain no-route-offers" aria-label="What would give a route">
          {offers.map(({ constraint, routes, isAtLeast, hops }) => (
            <li key={constraint}>
              <span>
                Without {CONSTRAINT_WORDS[constraint]}: {isAtLeast ? "at least " : ""}
                {countText(routes, "route")}
                {routes >= COUNTED_ROUTES ? " or more" : ""}, the shortest of {countText(hops, "hop")}
              </span>
              <Button size="compact-xs" variant="default" onClick={() => relax(constraint)}>
                Drop this rule
              </Button>
            </li>
          ))}
        </ul>
      ) : reason === "excluded" ? (
        <p>No single rule is the cause: only dropping several at once gives a route.</p>
      ) : null}
      {nearest.length === 0 ? (
        <p className="muted">From the start, no other actor is reached under these rules.</p>
      ) : (
        <>
          <p>
            {countText(reached, "actor")} {reached === 1 ? "is" : "are"} reached from the start. Nearest to the end:
          </p>
          <ul className="plain no-route-nearest">
            {nearest.map(({ actor, hops, beyond }) => (
              <li key={actor}>
                <button type="button" className="link" onClick={() => commandsOf(app).add(actor)}>
                  <bdi>{nameOf(actor)}</bdi>
                </button>
                <span className="muted">
                  {" "}
                  · {countText(hops, "hop")} from the start ·{" "}
                  {beyond === undefined
                    ? "nothing leads on from it"
                    : `${countText(beyond, "hop")} from the end, were nothing set aside`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );

  function relax(constraint: Constraint): void {
    const filters = filtersWithout(constraint);
    if (filters !== undefined) commandsOf(app).filter(filters, `Dropped ${CONSTRAINT_WORDS[constraint]}`);
    const change = questionWithout(constraint, question);
    if (change !== undefined) routeCommandsOf(app).ask(change, `Dropped ${CONSTRAINT_WORDS[constraint]}`);
  }
}

/** Support is one wish with three rules: dropping it is offered once, with what any one of them would give. */
function offersOf(relaxations: readonly Relaxation[], { preset }: RouteQuestion): Relaxation[] {
  const ofSupport = new Set<Constraint>(preset === "support" ? ["polarities", "chainable", "direction"] : []);
  const [first, ...more] = relaxations.filter(({ constraint }) => ofSupport.has(constraint));
  const others = relaxations.filter(({ constraint }) => !ofSupport.has(constraint));
  if (first === undefined) return others;
  const all = [first, ...more];
  const support: Relaxation = {
    ...first,
    constraint: "chainable",
    routes: Math.max(...all.map(({ routes }) => routes)),
    isAtLeast: true,
    hops: Math.min(...all.map(({ hops }) => hops)),
  };
  return [support, ...others];
}

function filtersWithout(constraint: Constraint): Partial<Filters> | undefined {
  switch (constraint) {
    case "types":
      return { typesOff: NO_FILTERS.typesOff };
    case "statuses":
      return { statusesOff: NO_FILTERS.statusesOff };
    case "sourcesOff":
      return { sourcesOff: NO_FILTERS.sourcesOff };
    case "knownOn":
      return { knownOn: undefined };
    case "valid":
      return { valid: undefined };
    case "within":
      return { kindsOff: NO_FILTERS.kindsOff };
    default:
      return undefined;
  }
}

function questionWithout(constraint: Constraint, { preset, also }: RouteQuestion): Partial<RouteQuestion> | undefined {
  switch (constraint) {
    case "polarities":
    case "chainable":
      return { preset: "shortest" };
    case "minStatus":
      return { leastStatus: undefined, preset: preset === "confirmed" ? "best-evidenced" : preset };
    case "time":
      return { preset: "best-evidenced" };
    case "modalities":
      return { also: new Set([...also, "plans"]), leastStatus: undefined };
    case "opinions":
      return { also: new Set([...also, "opinions"]), leastStatus: undefined };
    case "denials":
      return { also: new Set([...also, "denials"]), leastStatus: undefined };
    case "direction":
      return { direction: "both" };
    case "mustPass":
    case "avoid":
      return { [constraint]: [] };
    case "within":
      return { scope: NO_QUESTION.scope };
    case "maxHops":
      return { maxHops: MAX_HOPS };
    case "slots":
      return { slots: true };
    default:
      return undefined;
  }
}
