// Answers: how far apart do two colours look, and to whom? WCAG 2.2 contrast, CIE76 difference, and colour vision deficiencies.

type Triple = readonly [number, number, number];

/** Linear RGB, 0 to 1. Source: IEC 61966-2-1. */
function linearOf(hex: string): Triple {
  const channel = (at: number): number => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function luminanceOf([r, g, b]: Triple): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1, the same, to 21. Source: WCAG 2.2, contrast ratio. */
export function contrastOf(a: string, b: string): number {
  const [dark, light] = [luminanceOf(linearOf(a)), luminanceOf(linearOf(b))].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** Full deficiencies. Source: Machado, Oliveira and Fernandes 2009, table 1, severity 1.0; for linear RGB. */
const DEFICIENCIES = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Readonly<Record<string, readonly [Triple, Triple, Triple]>>;

export const VISIONS = ["full", "protanopia", "deuteranopia", "tritanopia"] as const;
export type Vision = (typeof VISIONS)[number];

function seenBy(vision: Vision, [r, g, b]: Triple): Triple {
  if (vision === "full") return [r, g, b];
  const [first, second, third] = DEFICIENCIES[vision].map(([x, y, z]) => Math.min(1, Math.max(0, x * r + y * g + z * b)));
  return [first ?? 0, second ?? 0, third ?? 0];
}

/** CIELAB under D65. */
function labOf([r, g, b]: Triple): Triple {
  const f = (t: number): number => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(luminanceOf([r, g, b]));
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE76 ΔE between two colours as they are seen with this vision; about 2.3 is just noticeable. */
export function differenceOf(a: string, b: string, vision: Vision): number {
  const [p, q] = [labOf(seenBy(vision, linearOf(a))), labOf(seenBy(vision, linearOf(b)))];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}
