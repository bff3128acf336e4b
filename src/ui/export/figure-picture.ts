// Answers: how does a figure become a picture of pixels, or a page for the browser's print?

/** What browsers still draw: at most so many pixels a side, and in all. */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 100_000_000;
/** Of a printed page, in CSS pixels: PDF readers take 200 inches. */
const MOST_PAGE = 19_200;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The scale wanted, or the largest that browsers can draw. */
export function drawableScale({ width, height }: Size, wanted: number): number {
  const bySide = MOST_SIDE / Math.max(width, height, 1);
  const byArea = Math.sqrt(MOST_PIXELS / Math.max(width * height, 1));
  return Math.min(wanted, bySide, byArea);
}

/** Of the figure's text as our own writer gives it. */
export function figureSizeOf(svg: string): Size {
  const [, width, height] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  if (width === undefined || height === undefined) throw new Error("the figure says no size");
  return { width: Number(width), height: Number(height) };
}

export interface Picture {
  readonly blob: Blob;
  /** Less than wanted where the browser could not draw it so large. */
  readonly scale: number;
}

export async function pictureOf(svg: string, wanted: number): Promise<Picture> {
  const size = figureSizeOf(svg);
  const scale = drawableScale(size, wanted);
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(size.width * scale);
    canvas.height = Math.floor(size.height * scale);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (blob === null) throw new Error("the browser cannot draw a picture of this size; take a smaller scale, or the SVG");
    return { blob, scale };
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Stands alone on a page as large as itself until the print is over; the browser's dialog offers "Save as PDF". */
export function printFigure(svg: string, title: string): void {
  const { width, height } = figureSizeOf(svg);
  const fitting = Math.min(1, MOST_PAGE / Math.max(width, height));
  const [w, h] = [Math.ceil(width * fitting), Math.ceil(height * fitting)];
  const figure = document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
  figure.setAttribute("width", `${w}px`);
  figure.setAttribute("height", `${h}px`);
  const sheet = new CSSStyleSheet();
  // One pixel more than the figure: a page cut by rounding would push it onto a second one.
  sheet.replaceSync(`@page { size: ${w + 1}px ${h + 1}px; margin: 0 }`);
  const host = document.createElement("div");
  host.className = "printed-figure";
  host.append(figure);
  const before = document.title;
  const restore = (): void => {
    host.remove();
    document.title = before;
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((s) => s !== sheet);
  };
  addEventListener("afterprint", restore, { once: true });
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  // Browsers name the file by it.
  document.title = title;
  document.body.append(host);
  window.print();
}
