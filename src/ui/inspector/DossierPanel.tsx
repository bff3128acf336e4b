// Answers: what is the route shown worth, hop by hop: what is said, by whom, when, how well graded, and what stays open?
import { Button, Group, Loader } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { claimsOfRoute, type Dossier, type DossierHop, dossierOf } from "../../graph/paths/dossier.ts";
import type { Route } from "../../graph/paths/route.ts";
import { dayText } from "../../model/day.ts";
import type { ActorId, ClaimId } from "../../model/ids.ts";
import type { Claim } from "../../model/records.ts";
import { countText, titleOf } from "../../model/text.ts";
import { RELATION_STATUS_WORDS } from "../../model/words.ts";
import { CommandButton } from "../commands/CommandButton.tsx";
import { Sentence } from "../parts/Sentence.tsx";
import { LineSample } from "../parts/Swatch.tsx";
import { timeTextOf } from "../paths/route-words.ts";
import { useApp } from "../shell/app-context.ts";
import { ClaimCard } from "./ClaimCard.tsx";
import "./dossier.css";

const BUTTONS = ["previous-route", "next-route", "lay-out-route", "take-route-off"] as const;

export function DossierPanel() {
  const app = useApp();
  const route = useStore(app.paths, (s) => s.shown);
  const isGone = useStore(app.paths, (s) => s.isGone);
  if (isGone)
    return (
      <>
        <p className="eyebrow">Route</p>
        <p>The route on the canvas does not hold under the filters and rules as they are now.</p>
        <CommandButton id="take-route-off" targets={[]} />
      </>
    );
  if (route === undefined) return <Loader size="sm" aria-label="Working the route out" />;
  return <RouteDossier route={route} />;
}

/** Of one route: while the next one's are loading, there are none. */
type Details = { readonly route: Route; readonly claims: ReadonlyMap<ClaimId, Claim> } | "loading" | "failed";

function RouteDossier({ route }: { readonly route: Route }) {
  const { engine, graph } = useApp();
  const [details, setDetails] = useState<Details>("loading");
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the attempt asks again
  useEffect(() => {
    let isCurrent = true;
    setDetails("loading");
    engine.claims(claimsOfRoute(graph, route)).then(
      (claims) => isCurrent && setDetails({ route, claims: new Map(claims.map((claim) => [claim.id, claim])) }),
      () => isCurrent && setDetails("failed"),
    );
    return () => {
      isCurrent = false;
    };
  }, [engine, graph, route, attempt]);
  const dossier = useMemo(
    () => (typeof details === "string" || details.route !== route ? undefined : dossierOf(graph, route, details.claims)),
    [graph, route, details],
  );
  const nameOf = (id: ActorId | undefined): string => titleOf(graph.actors.get(id ?? ("" as ActorId))?.label ?? "");
  return (
    <article className="dossier" aria-label="Dossier of the route" data-testid="dossier">
      <p className="eyebrow">Route · {countText(route.hops.length, "hop")}</p>
      <h2 className="headline">
        <bdi>{nameOf(route.actors[0])}</bdi> to <bdi>{nameOf(route.actors.at(-1))}</bdi>
      </h2>
      <Group gap="xs" my="xs" className="no-print">
        {BUTTONS.map((id) => (
          <CommandButton key={id} id={id} targets={[]} />
        ))}
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPrinter size={15} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          Print
        </Button>
      </Group>
      {dossier === undefined ? (
        details === "failed" ? (
          <p role="alert">
            The claims could not be loaded.{" "}
            <button type="button" className="link" onClick={() => setAttempt(attempt + 1)}>
              Try again
            </button>
          </p>
        ) : (
          <Loader size="sm" role="status" aria-label="Loading the claims" />
        )
      ) : (
        <DossierText dossier={dossier} nameOf={nameOf} />
      )}
    </article>
  );
}

function DossierText({ dossier, nameOf }: { readonly dossier: Dossier; readonly nameOf: (id: ActorId) => string }) {
  const { graph } = useApp();
  const { route, hops, origins, disputes, flagged } = dossier;
  const oldest = route.hops.findIndex((hop) => hop.recency === route.recency);
  return (
    <>
      {hops.map((hop) => (
        <HopText key={hop.number} hop={hop} isWeakest={route.weakestHops.includes(hop.number - 1)} nameOf={nameOf} />
      ))}
      <section aria-label="What the route is worth" className="dossier-sum">
        <h3>What the route is worth</h3>
        <dl className="facts">
          <dt>Weakest hop</dt>
          <dd>
            {route.weakestHops.map((i) => i + 1).join(", ")}: {route.weakest}. {RELATION_STATUS_WORDS[route.weakest]}.
          </dd>
          <dt>Oldest evidence</dt>
          <dd>
            Hop {oldest + 1}: its latest claim was published {dayText(route.recency)}.
          </dd>
          <dt>Origins</dt>
          <dd>
            {countText(origins, "independent origin")} in all; {countText(route.origins, "origin")} at the thinnest hop.
          </dd>
          <dt>Time</dt>
          <dd>
            As far as the dates tell, its hops {timeTextOf(route)}
            {route.time.flow === "impossible" ? "; nothing can have passed along it in this order" : ""}.
          </dd>
          <dt>Disputes</dt>
          <dd>
            {disputes.length === 0
              ? "No denial is recorded for any hop."
              : `${countText(disputes.length, "relation")} on it ${disputes.length === 1 ? "is" : "are"} denied by someone; both sides stand above.`}
          </dd>
          <dt>Flagged</dt>
          <dd>
            {flagged.length === 0
              ? "No claim carries a curator’s note."
              : `${countText(flagged.length, "claim")} with a curator’s note above.`}
          </dd>
        </dl>
        <p className="muted">
          {graph.info.title}, version {graph.info.version}, content {graph.hash.slice(0, 12)}. A chain of relations is no proof
          that its ends know of each other.
        </p>
      </section>
    </>
  );
}

function HopText({
  hop,
  isWeakest,
  nameOf,
}: {
  readonly hop: DossierHop;
  readonly isWeakest: boolean;
  readonly nameOf: (id: ActorId) => string;
}) {
  return (
    <section className="dossier-hop" aria-label={`Hop ${hop.number}`} data-testid="dossier-hop">
      <h3>
        {hop.number} · <bdi>{nameOf(hop.from)}</bdi> and <bdi>{nameOf(hop.to)}</bdi>
        {isWeakest ? <span className="dossier-weakest">weakest hop</span> : null}
      </h3>
      {hop.relations.map(({ id, way, sentence, status, claims }) => (
        <div key={id} className="dossier-relation" data-relation={id}>
          <p className="dossier-sentence">
            <LineSample status={status.status} />
            <strong>
              <Sentence parts={sentence} />
            </strong>
          </p>
          <p className="muted">
            {status.status}
            {status.contested ? " (contested)" : ""} · {countText(status.origins, "independent origin")}
            {status.denials === 0 ? "" : ` · ${countText(status.denials, "denial")}`}
            {way === "backward" ? " · passed against its direction" : way === "slot" ? " · one end is only named in it" : ""}
          </p>
          {claims.map(({ claim, counts }) => (
            <div key={claim.id} className={counts ? "" : "dossier-aside"} data-claim={claim.id}>
              {counts ? null : (
                <p className="muted">Does not carry the hop: a judgement, a plan, a denial, or left out by the filters.</p>
              )}
              <ClaimCard claim={claim} />
            </div>
          ))}
        </div>
      ))}
    </section>
  );
}
