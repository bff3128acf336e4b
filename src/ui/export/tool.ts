// Answers: which program made a file?
import type { EntenteGraph } from "../../graph/graph.ts";

/** Name and version, written into the page when it is built; the command line gives the same. */
declare const __ENTENTE__: string;
export const TOOL = __ENTENTE__;

export function pictureNameOf({ info, hash }: EntenteGraph): string {
  return `${info.id}-${info.version}-${hash.slice(0, 12)}.png`;
}
