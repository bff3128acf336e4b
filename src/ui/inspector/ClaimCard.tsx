// Answers: who says this, where, about when, and how well graded?
import { Badge, Paper } from "@mantine/core";
import { claimParts, quantityText } from "../../graph/phrases.ts";
import type { ActorId } from "../../model/ids.ts";
import type { Claim } from "../../model/records.ts";
import { capitalized } from "../../model/text.ts";
import {
  CLAIM_STATUS_WORDS,
  CREDIBILITY_WORDS,
  MODALITY_WORDS,
  placeText,
  RELIABILITY_WORDS,
  VOICE_WORDS,
} from "../../model/words.ts";
import { Sentence } from "../parts/Sentence.tsx";
import { useApp } from "../shell/app-context.ts";

export function ClaimCard({ claim }: { readonly claim: Claim }) {
  const { graph } = useApp();
  const source = graph.sources.get(claim.source);
  const speaker = claim.by.actor === undefined ? undefined : graph.actors.get(claim.by.actor);
  const publisher =
    source === undefined || source.publisher === "unknown"
      ? "publisher unknown"
      : (graph.actors.get(source.publisher as ActorId)?.label ?? source.publisher);
  return (
    <Paper component="article" withBorder className="claim-card" data-testid="claim-card" aria-label={`Claim ${claim.id}`}>
      <p className="claim-headline">
        <Sentence parts={claimParts(graph, claim)} />
      </p>
      <p className="claim-badges">
        <Badge variant="outline" color="gray" tt="none">
          {CLAIM_STATUS_WORDS[claim.status]}
        </Badge>
        {claim.opinion ? (
          <Badge variant="outline" color="gray" tt="none">
            judgement or prediction
          </Badge>
        ) : null}
        {claim.modality === "actual" ? null : (
          <Badge variant="outline" color="gray" tt="none">
            {MODALITY_WORDS[claim.modality]}
          </Badge>
        )}
      </p>
      <p className="paraphrase">{claim.paraphrase}</p>
      <dl className="facts">
        <dt>Who says so</dt>
        <dd>
          {speaker === undefined ? (
            capitalized(VOICE_WORDS[claim.by.voice])
          ) : (
            <>
              <bdi>{capitalized(speaker.label)}</bdi> ({VOICE_WORDS[claim.by.voice]})
            </>
          )}
        </dd>
        <dt>Where</dt>
        <dd>
          {source?.url === undefined ? (
            source?.title
          ) : (
            <a href={source.url} target="_blank" rel="noopener noreferrer">
              {source.title}
            </a>
          )}
          , {publisher}, {source?.published}
          {source?.publishedInferred === undefined ? null : <span title={source.publishedInferred}> (date inferred)</span>},{" "}
          {placeText(claim.at)}
        </dd>
        <dt>When</dt>
        <dd>{claim.time ?? "not recorded"}</dd>
        <dt>How many</dt>
        <dd>{claim.quantity === undefined ? "not recorded" : quantityText(graph, claim.quantity)}</dd>
        <dt>Source</dt>
        <dd title={source?.reliabilityReason}>
          {source?.reliability}, {source === undefined ? "" : RELIABILITY_WORDS[source.reliability]}
        </dd>
        <dt>Claim</dt>
        <dd>
          {claim.credibility}, {CREDIBILITY_WORDS[claim.credibility]}
        </dd>
      </dl>
      {claim.curatorNote === undefined ? null : (
        <p className="curator-note">
          <strong>Curator’s note.</strong> {claim.curatorNote}
        </p>
      )}
    </Paper>
  );
}
