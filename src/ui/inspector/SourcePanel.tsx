// Answers: what is this publication, how is it graded, and what rests on it?
import type { Claims, SourceNode } from "../../graph/graph.ts";
import { dayText } from "../../model/day.ts";
import type { ClaimId, SourceId } from "../../model/ids.ts";
import { countText } from "../../model/text.ts";
import { RELIABILITY_WORDS } from "../../model/words.ts";
import { CiteButtons } from "../parts/CiteButtons.tsx";
import { useApp, useView } from "../shell/app-context.ts";
import { ClaimList } from "./ClaimList.tsx";

export function SourcePanel({ source }: { readonly source: SourceNode }) {
  const { graph } = useApp();
  const { knownOn } = useView("filters").filters;
  const isLater = knownOn !== undefined && source.publishedDay > knownOn;
  const ids = idsOf(graph.claims, source.id);
  const publisher =
    source.publisher === "unknown" ? "publisher unknown" : (graph.actors.get(source.publisher)?.label ?? source.publisher);
  return (
    <>
      <p className="eyebrow">Source · {source.type}</p>
      <h2 className="headline">{source.title}</h2>
      <p>
        {publisher}, {source.published}
        {source.authors.length === 0 ? "" : `, ${source.authors.join(", ")}`}
      </p>
      {source.publishedInferred === undefined ? null : <p className="muted">Date inferred: {source.publishedInferred}</p>}
      {source.url === undefined ? null : (
        <p>
          <a href={source.url} target="_blank" rel="noopener noreferrer">
            {source.url}
          </a>
        </p>
      )}
      <p>
        Reliability {source.reliability}, {RELIABILITY_WORDS[source.reliability]}.{" "}
        <span className="muted">{source.reliabilityReason}</span>
      </p>
      <CiteButtons cited={source.id} what="this source" />
      {isLater ? (
        <p>Published after {dayText(knownOn)}, the day as of which the dataset is read: none of its claims was known then.</p>
      ) : (
        <>
          <h3>{countText(ids.length, "claim")}</h3>
          <ClaimList ids={ids} />
        </>
      )}
    </>
  );
}

function idsOf(claims: Claims, source: SourceId): ClaimId[] {
  const [first, end] = claims.rangeOf(source);
  return Array.from({ length: end - first }, (_, i) => claims.at(first + i)?.core.id ?? []).flat();
}
