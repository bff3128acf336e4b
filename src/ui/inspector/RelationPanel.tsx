// Answers: what is claimed about this relation, how does it stand, and on whose word?
import { Group } from "@mantine/core";
import { lazy, Suspense } from "react";
import { evidenceClaims, type RelationEdge, statusOf } from "../../graph/graph.ts";
import { relationParts } from "../../graph/phrases.ts";
import { countText, titleOf } from "../../model/text.ts";
import { CREDIBILITY_WORDS, POLARITY_WORDS, RELATION_STATUS_WORDS } from "../../model/words.ts";
import { settingsOf } from "../../state/view-state.ts";
import { CommandButton } from "../commands/CommandButton.tsx";
import { commandsOf } from "../commands/commands.ts";
import { Sentence } from "../parts/Sentence.tsx";
import { LineSample } from "../parts/Swatch.tsx";
import { useApp, useView } from "../shell/app-context.ts";
import { ClaimList } from "./ClaimList.tsx";
import { StatusHistory } from "./StatusHistory.tsx";

/** Only where someone denies it. */
const ForAndAgainst = lazy(() => import("../disputes/ForAndAgainst.tsx").then((m) => ({ default: m.RelationSides })));

/** Commands on sight; its menu has all. */
const BUTTONS = ["copy-sentence", "hide-type", "only-type"] as const;

export function RelationPanel({ edge }: { readonly edge: RelationEdge }) {
  const app = useApp();
  const settings = settingsOf(useView("filters").filters);
  const derived = statusOf(edge, settings);
  /** What had been published by then; what the other filters leave out is listed all the same. */
  const known = evidenceClaims(edge, { knownOn: settings.knownOn });
  const leftOut = known.length - evidenceClaims(edge, settings).length;
  const asserting = known.filter((c) => c.status !== "denied");
  const denials = known.filter((c) => c.status === "denied");
  const { strongest, weakest } = derived;
  return (
    <>
      <p className="eyebrow">
        Relation · {POLARITY_WORDS[edge.type.polarity]} · {edge.type.label}
      </p>
      <h2 className="headline">
        <Sentence parts={relationParts(app.graph, edge, derived)} />
      </h2>
      <p className="status-row">
        <LineSample status={derived.status} polarity={edge.type.polarity} /> <strong>{derived.status}</strong>
        {derived.contested ? " (contested)" : ""}: {RELATION_STATUS_WORDS[derived.status]}
      </p>
      <p className="muted">
        {countText(derived.claims, "claim")} · {countText(derived.origins, "independent origin")} that{" "}
        {derived.origins === 1 ? "asserts" : "assert"} it
        {derived.denials === 0 ? "" : ` · ${countText(derived.denials, "denial")}`}
        {strongest === undefined || weakest === undefined
          ? ""
          : strongest === weakest
            ? ` · graded ${strongest}, ${CREDIBILITY_WORDS[strongest]}`
            : ` · graded from ${strongest}, ${CREDIBILITY_WORDS[strongest]}, to ${weakest}, ${CREDIBILITY_WORDS[weakest]}`}
        {leftOut === 0 ? "" : ` · ${countText(leftOut, "claim")} below left out by the filters`}
      </p>
      <p className="ends">
        {[edge.from, edge.to].map((id) => (
          <button key={id} type="button" className="pill" onClick={() => commandsOf(app).add(id)}>
            <bdi>{titleOf(app.graph.actors.get(id)?.label ?? id)}</bdi>
          </button>
        ))}
      </p>
      <Group gap="xs" my="xs">
        {BUTTONS.map((id) => (
          <CommandButton key={id} id={id} targets={[edge.id]} />
        ))}
      </Group>
      <StatusHistory edge={edge} />
      {denials.length === 0 ? null : (
        <>
          <h3>For and against</h3>
          <Suspense fallback={null}>
            <ForAndAgainst edge={edge} />
          </Suspense>
          <h3>Claims against it</h3>
          <ClaimList ids={denials.map((c) => c.id)} />
        </>
      )}
      <h3>{denials.length === 0 ? "Claims" : "Claims for it"}</h3>
      {asserting.length === 0 ? <p className="muted">Not recorded.</p> : <ClaimList ids={asserting.map((c) => c.id)} />}
    </>
  );
}
