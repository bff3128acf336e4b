// Answers: when is what was dispatched just now on the screen, and with the canvas? After the next frame, and after the task in which the scene is made.

/** What it returns keeps `act` from being done. */
export function afterShown(act: () => void): () => void {
  let timer: number | undefined;
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    window.clearTimeout(timer);
  };
}
