// Answers: what is the route shown worth, hop by hop: what is said, by whom, when, how well graded, and what stays open?
import { Button, Group, Loader } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { claimsOfRoute, dossierOf } from "../../graph/paths/dossier.ts";
import type { Route } from "../../graph/paths/route.ts";
import type { ActorId, ClaimId } from "../../model/ids.ts";
import type { Claim } from "../../model/records.ts";
import { countText, titleOf } from "../../model/text.ts";
import { CommandButton } from "../commands/CommandButton.tsx";
import { useApp } from "../shell/app-context.ts";
import { DossierText } from "./DossierText.tsx";
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
  if (route === undefined) return <Loader size="sm" role="status" aria-label="Working the route out" />;
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
