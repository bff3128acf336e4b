// Answers: what does a text that filters a list ask for?
import { foldedText } from "../../graph/folded-text.ts";

/** Folded; what passes holds each of them. */
export function wordsOf(text: string): string[] {
  return foldedText(text)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** `folded` as `foldedText` gives it. */
export function holdsAll(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}
