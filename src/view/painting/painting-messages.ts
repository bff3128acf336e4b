// Answers: what do the page and the painting worker tell each other?
import type { Theme } from "../palette.ts";
import type { Point } from "../scene/scene-geometry.ts";
import type { Viewport } from "../scene/viewport.ts";

/** Pictures asked for after it are of this scene. Written out: a text reaches the worker in a tenth of the time of its objects. */
export interface SceneMessage {
  readonly type: "scene";
  /** The JSON of a `Scene`; its `selectedIds` are in `selectedIds`. */
  readonly scene: string;
  readonly selectedIds: readonly string[];
}

export interface PictureRequest {
  readonly type: "picture";
  readonly viewport: Viewport;
  readonly theme: Theme;
  /** In pixels of the page. */
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  /** Where actors are that are not where the scene has them. */
  readonly moved: ReadonlyArray<readonly [id: string, Point]>;
}

/** The answer to the picture requested last; `bitmap` has the size of the request times its ratio. */
export interface PictureMessage {
  readonly viewport: Viewport;
  readonly bitmap: ImageBitmap;
}
