// Answers: how is a text compared without regard to case and diacritics?
/** Lower case, without diacritics or width variants. */
export function foldedText(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
