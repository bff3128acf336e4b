// Answers: as what can a part of the graph be taken away from the page: files of every format, pictures, a document to print?
import { EXPORT_FORMATS } from "../../export/formats.ts";

export type Takeaway =
  | { readonly kind: "file"; readonly format: string }
  /** Drawn from the figure by the browser; pixels of the figure's own times `scale`. */
  | { readonly kind: "png"; readonly format: "svg" | "svg-transparent"; readonly scale: number }
  /** The figure as a page of its own size, given to the browser's print. */
  | { readonly kind: "pdf"; readonly format: "svg" }
  /** The canvas as it stands, without anything around it. */
  | { readonly kind: "canvas" };

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly takeaway: Takeaway;
}

const PNG: readonly Choice[] = (["svg", "svg-transparent"] as const).flatMap((format) =>
  ([1, 2, 4] as const).map((scale) => {
    const isBare = format === "svg-transparent";
    return {
      value: `${isBare ? "png-transparent" : "png"}-${scale}`,
      label: `Figure (PNG, ${scale}×)${isBare ? " without a ground" : ""}: drawing, legend, stamp`,
      takeaway: { kind: "png", format, scale },
    };
  }),
);
const PICTURES: readonly Choice[] = [
  {
    value: "pdf",
    label: "Figure (PDF, by the browser's print): labels stay text",
    takeaway: { kind: "pdf", format: "svg" },
  },
  ...PNG,
  {
    value: "canvas",
    label: "Canvas as a picture (PNG, 2×; without legend and stamp)",
    takeaway: { kind: "canvas" },
  },
];

/** For a list of choices, grouped. */
export const TAKEAWAY_CHOICES = [
  { group: "Files", items: EXPORT_FORMATS.map(({ name, label }) => ({ value: name, label })) },
  { group: "Pictures", items: PICTURES.map(({ value, label }) => ({ value, label })) },
];

export function takeawayOf(name: string): Takeaway {
  return PICTURES.find(({ value }) => value === name)?.takeaway ?? { kind: "file", format: name };
}
