// Answers: what do a kind, a polarity and a status look like beside their names? The same tables as the canvas.
import { useComputedColorScheme } from "@mantine/core";
import { createContext, type ReactNode, use } from "react";
import type { ActorKind, Polarity, RelationStatus } from "../../model/kinds.ts";
import { KIND_STYLES, LINE_STYLES, POLARITY_COLORS, type Theme } from "../../view/palette.ts";

const SHAPES: Readonly<Record<string, string>> = {
  "round-rectangle": "M4 3h10a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z",
  ellipse: "M9 2a7 7 0 1 0 .01 0z",
  hexagon: "M5 3h8l4 6-4 6H5L1 9z",
  pentagon: "M9 1.5l7.5 5.6-2.9 8.9H4.4L1.5 7.1z",
  "round-tag": "M2 4h9l5 5-5 5H2z",
  diamond: "M9 1l8 8-8 8-8-8z",
  "round-diamond": "M9 2.5c1 0 6.500 5.500 6.500 6.500S10 15.500 9 15.500 2.500 10 2.500 9 8 2.500 9 2.500z",
  barrel: "M3 4c4-2 8-2 12 0v10c-4 2-8 2-12 0z",
  "round-triangle": "M9 2l7.500 13.500H1.500z",
  "cut-rectangle": "M5 3h8l3 3v6l-3 3H5l-3-3V6z",
};

const ThemeContext = createContext<Theme>("light");

/** Asks the page once for its scheme: rows of long lists would each listen for it. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const theme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  return <ThemeContext value={theme}>{children}</ThemeContext>;
}

export function useTheme(): Theme {
  return use(ThemeContext);
}

export function KindSwatch({ kind }: { readonly kind: ActorKind }) {
  const theme = useTheme();
  const { shape, color } = KIND_STYLES[kind];
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" className="swatch">
      <path d={SHAPES[shape]} fill={color[theme]} />
    </svg>
  );
}

export function LineSample({ status, polarity }: { readonly status?: RelationStatus; readonly polarity?: Polarity }) {
  const theme = useTheme();
  const style = status === undefined ? {} : LINE_STYLES[status];
  const color = polarity === undefined ? "currentColor" : POLARITY_COLORS[polarity][theme];
  return (
    <svg width="38" height="14" viewBox="0 0 38 14" aria-hidden="true" className="swatch">
      <line x1="1" x2="37" y1="7" y2="7" stroke={color} strokeWidth="2.4" strokeDasharray={style.dash?.join(" ")} />
      {style.mark === undefined ? null : (
        <text x="19" y="11" textAnchor="middle" className="swatch-mark">
          {style.mark}
        </text>
      )}
    </svg>
  );
}
