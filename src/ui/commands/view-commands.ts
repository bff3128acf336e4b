// Answers: what can be done with the view as a whole: find, select, filter, frame, go back?
import { countText } from "../../model/text.ts";
import { isSameFilters, NO_FILTERS } from "../../state/view-state.ts";
import { copyLink } from "../session/copy-link.ts";
import { focusOn } from "../shell/landmarks.ts";
import type { Command } from "./command.ts";
import { commandsOf } from "./commands.ts";
import { descriptionOf } from "./description.ts";

export const VIEW_COMMANDS: readonly Command[] = [
  {
    id: "search",
    title: "Search actors, relations, sources, questions and commands",
    group: "Find",
    keys: ["/", "Mod+K"],
    scope: "anywhere",
    target: "none",
    button: "top bar",
    run: () => focusOn("search"),
  },
  {
    id: "export",
    title: "Export: take a part of the graph away as a file",
    titleFor: () => "Export",
    group: "Find",
    keys: ["X"],
    scope: "canvas",
    target: "none",
    button: "top bar",
    run: ({ app }) => app.overlays.getState().setExporting(true),
  },
  {
    id: "help",
    title: "List all commands and keys",
    group: "Find",
    keys: ["?"],
    scope: "anywhere",
    target: "none",
    button: "top bar",
    run: ({ app }) => app.overlays.getState().setSheet(true),
  },
  {
    id: "select",
    title: "Select only this",
    group: "Select",
    scope: "canvas",
    target: "any",
    when: ({ view, targets }) => view.selected.length !== targets.length || targets.some((id) => !view.selected.includes(id)),
    run: ({ app, targets }) => commandsOf(app).select(targets),
  },
  {
    id: "toggle-selection",
    title: "Add to the selection, or take out of it",
    titleFor: ({ view, targets }) =>
      targets.every((id) => view.selected.includes(id)) ? "Take out of the selection" : "Add to the selection",
    group: "Select",
    keys: ["Space"],
    scope: "canvas",
    target: "any",
    run: ({ app, targets }) => commandsOf(app).toggleSelected(targets),
  },
  {
    id: "select-all",
    title: "Select all actors shown",
    group: "Select",
    scope: "canvas",
    target: "none",
    when: ({ visible }) => visible.actors.length > 0,
    run: ({ app, visible }) => {
      commandsOf(app).select(visible.actors);
      app.notify(`${countText(visible.actors.length, "actor")} selected.`);
    },
  },
  {
    id: "select-none",
    title: "Select nothing",
    group: "Select",
    keys: ["Escape"],
    scope: "canvas",
    target: "none",
    run: ({ app }) => {
      const { description, describe } = app.overlays.getState();
      if (description !== undefined) describe(undefined);
      else commandsOf(app).select([]);
    },
  },
  {
    id: "leave-focus",
    title: "Leave the focus: show everything again",
    group: "Focus",
    keys: ["0"],
    scope: "canvas",
    target: "none",
    when: ({ view }) => view.focus !== undefined,
    run: ({ app }) => commandsOf(app).focus(undefined),
  },
  {
    id: "show-hidden",
    title: "Show what was hidden by hand",
    titleFor: ({ view }) => (view.hidden.size === 0 ? "Show what was hidden by hand" : `Show ${view.hidden.size} hidden`),
    group: "Hide and pin",
    keys: ["U"],
    scope: "canvas",
    target: "none",
    button: "canvas tools",
    when: ({ view }) => view.hidden.size > 0,
    run: ({ app }) => commandsOf(app).showHidden(),
  },
  {
    id: "describe",
    title: "Describe in words what is selected, or all that is shown",
    titleFor: ({ view }) => (view.selected.length === 0 ? "Describe what is shown" : "Describe what is selected"),
    group: "Evidence",
    keys: ["D"],
    scope: "canvas",
    target: "none",
    run: (context) => context.app.overlays.getState().describe(descriptionOf(context)),
  },
  {
    id: "copy-link",
    title: "Copy the link to this view",
    group: "Evidence",
    scope: "canvas",
    target: "none",
    run: ({ app }) => void copyLink(app),
  },
  {
    id: "copy-link-to",
    title: "Copy a link to the view with this selected",
    titleFor: () => "Copy a link with this selected",
    group: "Evidence",
    scope: "canvas",
    target: "any",
    run: ({ app, targets }) => {
      commandsOf(app).select(targets);
      void copyLink(app);
    },
  },
  {
    id: "clear-filters",
    title: "Clear all filters",
    group: "Filter",
    scope: "canvas",
    target: "none",
    when: ({ view }) => !isSameFilters(view.filters, NO_FILTERS),
    run: ({ app }) => app.store.getState().dispatch({ type: "clear-filters" }),
  },
  {
    id: "fade",
    title: "Fade what filters refuse, or hide it",
    titleFor: ({ view }) => (view.isFading ? "Hide what filters refuse" : "Fade what filters refuse"),
    group: "Filter",
    scope: "canvas",
    target: "none",
    run: ({ app, view }) => app.store.getState().dispatch({ type: "set-fading", isOn: !view.isFading }),
  },
  {
    id: "fit",
    title: "Fit everything into the window",
    group: "Canvas",
    keys: ["F"],
    scope: "canvas",
    target: "none",
    button: "canvas tools",
    run: ({ app }) => app.canvas.current?.fit(),
  },
  {
    id: "zoom-in",
    title: "Zoom in",
    group: "Canvas",
    keys: ["+", "="],
    scope: "canvas",
    target: "none",
    button: "canvas tools",
    run: ({ app }) => app.canvas.current?.zoomBy(1.25),
  },
  {
    id: "zoom-out",
    title: "Zoom out",
    group: "Canvas",
    keys: ["-"],
    scope: "canvas",
    target: "none",
    button: "canvas tools",
    run: ({ app }) => app.canvas.current?.zoomBy(0.8),
  },
  {
    id: "undo",
    title: "Undo the last step",
    titleFor: ({ app, view }) => (app.store.getState().history.past.length === 0 ? "Nothing to undo" : `Undo: ${view.step}`),
    group: "History",
    keys: ["Mod+Z"],
    scope: "anywhere",
    target: "none",
    button: "top bar",
    when: ({ app }) => app.store.getState().history.past.length > 0,
    run: ({ app }) => commandsOf(app).undo(),
  },
  {
    id: "redo",
    title: "Redo the step undone",
    titleFor: ({ app }) => {
      const [next] = app.store.getState().history.future;
      return next === undefined ? "Nothing to redo" : `Redo: ${next.step}`;
    },
    group: "History",
    keys: ["Mod+Shift+Z"],
    scope: "anywhere",
    target: "none",
    button: "top bar",
    when: ({ app }) => app.store.getState().history.future.length > 0,
    run: ({ app }) => commandsOf(app).redo(),
  },
];
