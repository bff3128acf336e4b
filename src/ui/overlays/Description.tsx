// Answers: how is a description shown and read out until it is closed?
import { CloseButton } from "@mantine/core";
import { useOverlays } from "./use-overlays.ts";

export function Description() {
  const description = useOverlays((s) => s.description);
  const describe = useOverlays((s) => s.describe);
  return (
    <div className="description" data-open={description !== undefined}>
      {description === undefined ? null : <CloseButton aria-label="Close the description" onClick={() => describe(undefined)} />}
      <div role="status" aria-live="polite" tabIndex={description === undefined ? undefined : 0} data-testid="description">
        {description?.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </div>
  );
}
