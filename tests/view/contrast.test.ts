import { describe, expect, it } from "vitest";
import { ACTOR_KINDS, POLARITIES } from "../../src/model/kinds.ts";
import { FADED_OPACITY, KIND_STYLES, POLARITY_COLORS, SURFACES, type Theme } from "../../src/view/palette.ts";
import { contrastOf, differenceOf, VISIONS } from "../support/color.ts";

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT = 4.5;
const GRAPHICS = 3;
/**
 * CIE76. A difference of 2.3 is just noticeable between large fields side by side. Lines are thin and far apart, and thin marks lose
 * colour difference (Stone, Szafir and Setlur 2014), so polarities must be some nine times as far apart.
 */
const POLARITY_DIFFERENCE = 20;
const THEMES: readonly Theme[] = ["light", "dark"];

function pairsOf<T>(all: readonly T[]): Array<readonly [T, T]> {
  return all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const));
}

describe.each(THEMES)("the colours of the %s theme", (theme) => {
  const { canvas, text, muted, accent } = SURFACES[theme];

  it("let text be read on the canvas", () => {
    for (const color of [text, muted]) expect(contrastOf(color, canvas)).toBeGreaterThanOrEqual(TEXT);
  });

  it("let actors, lines and the ring of what is selected be seen on the canvas", () => {
    const colors = [
      accent,
      ...ACTOR_KINDS.map((kind) => KIND_STYLES[kind].color[theme]),
      ...POLARITIES.map((polarity) => POLARITY_COLORS[polarity][theme]),
    ];
    expect(colors.filter((color) => contrastOf(color, canvas) < GRAPHICS)).toEqual([]);
  });

  it.each(VISIONS)("tell polarities apart with %s vision", (vision) => {
    const close = pairsOf(POLARITIES).filter(
      ([a, b]) => differenceOf(POLARITY_COLORS[a][theme], POLARITY_COLORS[b][theme], vision) < POLARITY_DIFFERENCE,
    );
    expect(close).toEqual([]);
  });

  it("tell kinds of actors apart by shape wherever a vision cannot by hue", () => {
    const alike = pairsOf(ACTOR_KINDS).filter(
      ([a, b]) =>
        KIND_STYLES[a].shape === KIND_STYLES[b].shape &&
        VISIONS.some(
          (vision) => differenceOf(KIND_STYLES[a].color[theme], KIND_STYLES[b].color[theme], vision) < POLARITY_DIFFERENCE,
        ),
    );
    expect(alike).toEqual([]);
  });
});

it("what is set back is never invisible", () => {
  expect(FADED_OPACITY).toBeGreaterThanOrEqual(0.25);
  expect(FADED_OPACITY).toBeLessThan(1);
});

describe("the measures of colour", () => {
  it("agree with known values", () => {
    expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(differenceOf("#000000", "#ffffff", "full")).toBeCloseTo(100, 1);
    expect(differenceOf("#ff0000", "#00ff00", "full")).toBeCloseTo(170.6, 0);
  });

  it("leave greys as they are and bring red and green together where cones for them are missing", () => {
    for (const vision of VISIONS) expect(differenceOf("#808080", "#ffffff", vision)).toBeCloseTo(46.4, 0);
    for (const vision of ["protanopia", "deuteranopia"] as const)
      expect(differenceOf("#b33c3c", "#5c7a1f", vision)).toBeLessThan(differenceOf("#b33c3c", "#5c7a1f", "full") / 2);
  });
});
