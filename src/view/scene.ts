// Answers: what is there to draw? Plain values; the adapter turns them into elements of its own.
import type { ActorKind, Polarity, RelationStatus } from "../model/kinds.ts";

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
  readonly isPinned?: boolean | undefined;
  /** Refused by a filter, and shown faint. */
  readonly isFaded?: boolean | undefined;
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
  /** Relations this line stands for; absent = 1. */
  readonly count?: number | undefined;
  readonly isFaded?: boolean | undefined;
}

export interface Scene {
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly selectedIds?: ReadonlySet<string> | undefined;
}
