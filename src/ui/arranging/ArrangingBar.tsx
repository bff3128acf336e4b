// Answers: what says that an arrangement is under way, and how is it stopped?
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useOverlays } from "../overlays/use-overlays.ts";

/** Short work is done before a bar could be read. */
const SHOWN_AFTER_MS = 300;

export function ArrangingBar() {
  const arranging = useOverlays((s) => s.arranging);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    setLong(false);
    if (arranging === undefined) return;
    const timer = window.setTimeout(() => setLong(true), SHOWN_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [arranging]);
  if (arranging === undefined || !isLong) return null;
  return (
    <div className="arranging-bar" role="status">
      {arranging.title}
      <Button size="compact-xs" variant="default" onClick={arranging.cancel}>
        Stop
      </Button>
    </div>
  );
}
