// Answers: who or what is this, and what is claimed about it?
import { Group } from "@mantine/core";
import type { ActorNode, RelationEdge } from "../../graph/graph.ts";
import { evidenceClaims, isKnownOn, statusOf } from "../../graph/graph.ts";
import { relationParts } from "../../graph/phrases.ts";
import { dayText } from "../../model/day.ts";
import { POLARITIES } from "../../model/kinds.ts";
import { countText, titleOf } from "../../model/text.ts";
import { POLARITY_WORDS } from "../../model/words.ts";
import { settingsOf } from "../../state/view-state.ts";
import { KIND_STYLES } from "../../view/palette.ts";
import { CommandButton } from "../commands/CommandButton.tsx";
import { commandsOf } from "../commands/commands.ts";
import { Sentence } from "../parts/Sentence.tsx";
import { LineSample } from "../parts/Swatch.tsx";
import { useApp, useView } from "../shell/app-context.ts";
import { ClaimList } from "./ClaimList.tsx";

/** Commands on sight; its menu has all. */
const BUTTONS = ["add", "expand", "collapse", "hide", "pin", "select-neighbors"] as const;

export function ActorPanel({ actor }: { readonly actor: ActorNode }) {
  const app = useApp();
  const { knownOn } = useView("filters").filters;
  const relations = (app.graph.relationsOf.get(actor.id) ?? []).filter((edge) => isKnownOn(edge, knownOn));
  const about = evidenceClaims(app.graph.attributesOf.get(actor.id) ?? { claims: [] }, { knownOn });
  return (
    <>
      <p className="eyebrow">
        {KIND_STYLES[actor.kind].word}
        {actor.subtype === undefined ? "" : ` · ${actor.subtype}`}
      </p>
      <h2 className="headline">
        <bdi>{titleOf(actor.label)}</bdi>
      </h2>
      {actor.summary === undefined ? null : <p>{actor.summary}</p>}
      {actor.names.length === 0 ? null : (
        <p className="muted names">
          Also:{" "}
          {actor.names.map((name, i) => (
            <span key={name}>
              {i === 0 ? "" : "; "}
              <bdi>{name}</bdi>
            </span>
          ))}
        </p>
      )}
      <p className="muted ids">
        {Object.entries({ ...actor.ids, ...plain(actor.extra) }).map(([name, value]) => (
          <span key={name}>
            {name} <bdi>{value}</bdi>
          </span>
        ))}
      </p>
      <Group gap="xs" my="xs">
        {BUTTONS.map((id) => (
          <CommandButton key={id} id={id} targets={[actor.id]} />
        ))}
      </Group>
      <h3>
        {countText(relations.length, "relation")} in the dataset{knownOn === undefined ? "" : ` as known on ${dayText(knownOn)}`}
      </h3>
      {POLARITIES.map((polarity) => {
        const own = relations.filter((edge) => edge.type.polarity === polarity);
        return own.length === 0 ? null : (
          <section key={polarity} aria-label={POLARITY_WORDS[polarity]}>
            <h4>
              {POLARITY_WORDS[polarity]} <span className="muted">{own.length}</span>
            </h4>
            <ul className="plain">
              {own.map((edge) => (
                <RelationItem key={edge.id} edge={edge} />
              ))}
            </ul>
          </section>
        );
      })}
      {about.length === 0 ? null : (
        <>
          <h3>{countText(about.length, "claim")} about it alone</h3>
          <ClaimList ids={about.map((c) => c.id)} />
        </>
      )}
    </>
  );
}

function RelationItem({ edge }: { readonly edge: RelationEdge }) {
  const app = useApp();
  const derived = statusOf(edge, settingsOf(useView("filters").filters));
  return (
    <li>
      <button
        type="button"
        className="relation-button"
        data-testid="relation-item"
        onClick={() => commandsOf(app).select([edge.id])}
      >
        <LineSample status={derived.status} polarity={edge.type.polarity} />
        <span>
          <Sentence parts={relationParts(app.graph, edge, derived)} />
          <span className="muted"> · {countText(derived.claims, "claim")}</span>
        </span>
      </button>
    </li>
  );
}

function plain(extra: ActorNode["extra"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(extra)
      .filter(([name]) => name !== "subtype" && name !== "nationality")
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : String(value)]),
  );
}
