// Answers: what do these claims say in full? Details are fetched when they are asked for.
import { Alert, Button, Loader } from "@mantine/core";
import { useEffect, useState } from "react";
import type { ClaimId } from "../../model/ids.ts";
import type { Claim } from "../../model/records.ts";
import { useApp } from "../shell/app-context.ts";
import { ClaimCard } from "./ClaimCard.tsx";

type Loading =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  | { readonly state: "ready"; readonly claims: readonly Claim[] };

export function ClaimList({ ids }: { readonly ids: readonly ClaimId[] }) {
  const { engine } = useApp();
  const [loading, setLoading] = useState<Loading>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);
  const key = ids.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the ids, the attempt for a retry
  useEffect(() => {
    let isCurrent = true;
    setLoading({ state: "loading" });
    engine.claims(ids).then(
      (claims) => isCurrent && setLoading({ state: "ready", claims }),
      () => isCurrent && setLoading({ state: "failed" }),
    );
    return () => {
      isCurrent = false;
    };
  }, [engine, key, attempt]);
  if (loading.state === "loading") return <Loader size="sm" role="status" aria-label="Loading the claims" />;
  if (loading.state === "failed")
    return (
      <Alert color="red" title="The claims could not be loaded" role="alert">
        The graph is complete; only these details are missing. Check the connection.
        <Button size="xs" mt="xs" variant="default" onClick={() => setAttempt(attempt + 1)}>
          Try again
        </Button>
      </Alert>
    );
  return (
    <div className="claim-list">
      {loading.claims.map((claim) => (
        <ClaimCard key={claim.id} claim={claim} />
      ))}
    </div>
  );
}
