// Answers: how does a text or a picture become a file on the reader's machine?
export function saveFile(name: string, mime: string, text: string): void {
  saveBlob(name, new Blob([text], { type: mime }));
}

export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement("a");
  Object.assign(anchor, { href: url, download: name });
  anchor.click();
  // Not at once: some browsers read the file only after this task.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
