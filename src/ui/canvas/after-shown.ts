// Answers: when does the canvas have what was dispatched just now? After the next frame, and after the task in which a large scene is made.

export function afterShown(act: () => void): void {
  requestAnimationFrame(() => window.setTimeout(act));
}
