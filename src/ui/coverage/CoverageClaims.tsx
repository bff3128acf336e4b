// Answers: which claims does a cell of the coverage hold?
import { Button } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { ActorId, ClaimId, RelationId } from "../../model/ids.ts";
import { commandsOf } from "../commands/commands.ts";
import { ClaimList } from "../inspector/ClaimList.tsx";
import { useApp } from "../shell/app-context.ts";

const PAGE = 12;

interface Props {
  readonly title: string;
  readonly actor: ActorId;
  readonly claims: readonly ClaimId[];
}

export function CoverageClaims({ title, actor, claims }: Props) {
  const app = useApp();
  const [wanted, setWanted] = useState(PAGE);
  const relations = useMemo(() => {
    const held = new Set(claims);
    return (app.graph.relationsOf.get(actor) ?? []).filter((e) => e.claims.some((c) => held.has(c.id))).map((e) => e.id);
  }, [app.graph, actor, claims]);
  const shown = claims.slice(0, wanted);
  /** The first brings its ends onto the canvas; all of them are selected. */
  const select = (ids: readonly RelationId[]): void => {
    for (const id of ids.slice(0, 1)) commandsOf(app).openRelation(id);
    commandsOf(app).select(ids);
  };
  return (
    <section className="matrix-pair" aria-label={title} data-testid="coverage-claims">
      <h2>
        <bdi>{title}</bdi>
        {relations.length === 0 ? null : (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconEye size={14} aria-hidden="true" />}
            onClick={() => select(relations)}
          >
            Select {relations.length === 1 ? "the relation" : `the ${relations.length} relations`}
          </Button>
        )}
      </h2>
      {claims.length === 0 ? null : <ClaimList ids={shown} />}
      {shown.length === claims.length ? null : (
        <p className="pane-more">
          {shown.length} of {claims.length} claims listed.{" "}
          <button type="button" className="link" onClick={() => setWanted(wanted + 4 * PAGE)}>
            Show {Math.min(4 * PAGE, claims.length - shown.length)} more
          </button>
        </p>
      )}
    </section>
  );
}
