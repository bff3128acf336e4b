// Answers: how can the canvas be arranged anew? Loaded when first asked for; always one step that can be undone.
import { isActorId } from "../../model/ids.ts";
import type { Arrangement } from "../arranging/arrange.ts";
import type { Command } from "./command.ts";

const CHOICES: ReadonlyArray<readonly [Arrangement, string]> = [
  ["stress", "Anew, by distance"],
  ["concentric", "In rings around the selected actor"],
  ["grid", "In blocks, by kind"],
  ["timeline", "Along time"],
];

export const LAYOUT_COMMANDS: readonly Command[] = [
  {
    id: "relax",
    title: "Relax the arrangement, from where actors stand",
    group: "Canvas",
    scope: "canvas",
    target: "none",
    button: "canvas tools",
    when: ({ visible }) => visible.actors.length > 1,
    run: ({ app, visible }) => void import("../arranging/arrange.ts").then((m) => m.arrange(app, visible, "relax")),
  },
  {
    id: "arrange",
    title: "Arrange anew",
    group: "Canvas",
    scope: "canvas",
    target: "none",
    when: ({ visible }) => visible.actors.length > 1,
    choices: ({ view, visible }) =>
      CHOICES.filter(
        ([how]) => how !== "concentric" || view.selected.some((id) => isActorId(id) && visible.actors.includes(id)),
      ).map(([value, title]) => ({ value, title })),
    run: ({ app, visible }, choice = "stress") =>
      void import("../arranging/arrange.ts").then((m) => m.arrange(app, visible, choice as Arrangement)),
  },
];
