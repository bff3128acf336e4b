// Answers: what says that an arrangement is under way, and how is it stopped?
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useOverlays } from "../overlays/use-overlays.ts";

/** Short work is done before a bar could be read. */
const SHOWN_AFTER_MS = 300;
/** Longer than any arrangement should take: said, so that the reader can choose to go on waiting. */
const SLOW_AFTER_MS = 5000;

export function ArrangingBar() {
  const arranging = useOverlays((s) => s.arranging);
  const [pace, setPace] = useState<"quick" | "long" | "slow">("quick");
  useEffect(() => {
    setPace("quick");
    if (arranging === undefined) return;
    const timers = [
      window.setTimeout(() => setPace("long"), SHOWN_AFTER_MS),
      window.setTimeout(() => setPace("slow"), SLOW_AFTER_MS),
    ];
    return () => {
      for (const timer of timers) window.clearTimeout(timer);
    };
  }, [arranging]);
  if (arranging === undefined || pace === "quick") return null;
  return (
    <div className="arranging-bar" role="status" data-testid="arranging">
      {arranging.title}
      {pace === "slow" ? " This takes longer than it should. Until it is done everything stands where it stood." : ""}
      <Button size="compact-xs" variant="default" onClick={arranging.cancel}>
        Stop
      </Button>
    </div>
  );
}
