// Answers: what does the dossier of a route say, hop by hop and in sum?
import type { Dossier, DossierHop } from "../../graph/paths/dossier.ts";
import { dayText } from "../../model/day.ts";
import type { ActorId } from "../../model/ids.ts";
import { countText } from "../../model/text.ts";
import { RELATION_STATUS_WORDS } from "../../model/words.ts";
import { Sentence } from "../parts/Sentence.tsx";
import { LineSample } from "../parts/Swatch.tsx";
import { timeTextOf } from "../paths/route-words.ts";
import { useApp } from "../shell/app-context.ts";
import { ClaimCard } from "./ClaimCard.tsx";

export function DossierText({ dossier, nameOf }: { readonly dossier: Dossier; readonly nameOf: (id: ActorId) => string }) {
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
