// Answers: what is there to draw? Plain values; the adapter turns them into elements of its own.
import type { ActorKind, Polarity, RelationStatus } from "../../model/kinds.ts";

export interface SceneNode {
  readonly id: string;
  readonly label: string;
  readonly kind: ActorKind;
  readonly x: number;
  readonly y: number;
  /** Visible relations at it. */
  readonly degree: number;
  /** Neighbors not on the canvas. */
  readonly hiddenNeighbors: number;
  /** Set in its place by hand. */
  readonly isPinned?: boolean | undefined;
  readonly isSelected?: boolean | undefined;
  /** Set back, but still to be seen. */
  readonly isFaded?: boolean | undefined;
  /** Its place on the route shown; stands before its label. */
  readonly hopNumber?: number | undefined;
}

export interface SceneEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly label: string;
  readonly polarity: Polarity;
  readonly status: RelationStatus;
  /** Independent origins, drawn in three steps of width. */
  readonly origins: number;
  readonly symmetric: boolean;
  /** Relations this line stands for; more than one is written at its middle. */
  readonly count?: number | undefined;
  readonly isSelected?: boolean | undefined;
  /** Part of the route shown. */
  readonly isOnRoute?: boolean | undefined;
  /** Set back, but still to be seen. */
  readonly isFaded?: boolean | undefined;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  /** Selected are those named here, those of `selectedIds` and those that say so themselves. */
  readonly selected?: string | undefined;
  readonly selectedIds?: ReadonlySet<string> | undefined;
}

export function isSelectedIn(scene: Scene, { id, isSelected }: SceneNode | SceneEdge): boolean {
  return isSelected === true || id === scene.selected || scene.selectedIds?.has(id) === true;
}
