// Answers: about how wide is a text where there is no font to ask?
import { LABEL } from "../../view/scene/lettering.ts";

/** Scripts whose letters fill a square; emoji too. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Letters that stand upon others, joiners, directions. */
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** In the lettering of actors, in layout units; on the wide side for a sans-serif. */
export function guessedWidth(text: string): number {
  let ems = 0;
  for (const letter of text)
    ems += NONE.test(letter)
      ? 0
      : WIDE.test(letter)
        ? 1
        : /[A-ZMW@]/.test(letter)
          ? 0.68
          : /[il.,:;' ]/.test(letter)
            ? 0.32
            : 0.56;
  return ems * LABEL.size;
}

/** Lines no wider than `room` at this size; a word wider than a line is cut between letters, none is lost. */
export function wrapped(text: string, room: number, size: number): string[] {
  const widthOf = (piece: string): number => (guessedWidth(piece) * size) / LABEL.size;
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    for (const word of paragraph.split(" ")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (widthOf(longer) <= room) {
        line = longer;
        continue;
      }
      if (line !== "") lines.push(line);
      line = "";
      for (const letter of word)
        if (widthOf(line + letter) <= room) line += letter;
        else {
          lines.push(line);
          line = letter;
        }
    }
    return [...lines, line];
  });
}
