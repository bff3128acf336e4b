// Answers: what do the dialog and whoever writes its files tell each other?
import type { Recipe } from "../../export/recipe.ts";
import type { Stamp } from "../../export/stamp.ts";

/** `begin` and `write` are of the recipe prepared last. A later `prepare` makes an earlier one void. */
export type ExportRequest =
  | { readonly type: "prepare"; readonly id: number; readonly recipe: Recipe }
  /** How the file begins, in at most `length` characters. */
  | { readonly type: "begin"; readonly id: number; readonly format: string; readonly tool: string; readonly length: number }
  | { readonly type: "write"; readonly id: number; readonly format: string; readonly tool: string }
  | { readonly type: "cancel"; readonly id: number };

export type ExportReply =
  /** Of the claims, how many have their details here; or bytes written so far. */
  | { readonly type: "progress"; readonly id: number; readonly done: number; readonly all?: number | undefined }
  | { readonly type: "prepared"; readonly id: number; readonly counts: Stamp["counts"]; readonly notes: readonly string[] }
  | { readonly type: "begun"; readonly id: number; readonly name: string; readonly text: string }
  | { readonly type: "written"; readonly id: number; readonly name: string; readonly blob: Blob }
  /** `AbortError` when it was cancelled; `Refused` when there is nothing to export. */
  | { readonly type: "failed"; readonly id: number; readonly name: string; readonly message: string }
  /** It holds another graph, or none. */
  | { readonly type: "unable"; readonly message: string };
