// Answers: what can be done with relations, and with anything that has evidence?
import { statusOf } from "../../graph/graph.ts";
import { relationSentence } from "../../graph/phrases.ts";
import type { SourceId } from "../../model/ids.ts";
import { countText } from "../../model/text.ts";
import { settingsOf } from "../../state/view-state.ts";
import { focusOn } from "../shell/landmarks.ts";
import { type Command, type CommandContext, relationsIn } from "./command.ts";
import { commandsOf } from "./commands.ts";

function typesOf(context: CommandContext): readonly string[] {
  return [...new Set(relationsIn(context).flatMap((id) => context.app.graph.relations.get(id)?.type.id ?? []))];
}

function typeWords(context: CommandContext): string {
  const [only, ...others] = typesOf(context);
  return only === undefined || others.length > 0
    ? countText(typesOf(context).length, "type")
    : `“${context.app.graph.types.get(only)?.label ?? only}”`;
}

/** Hedged as the evidence that the filters leave asks. */
function sentencesOf(context: CommandContext): readonly string[] {
  const { graph } = context.app;
  return relationsIn(context).flatMap((id) => {
    const edge = graph.relations.get(id);
    return edge === undefined ? [] : [relationSentence(graph, edge, statusOf(edge, settingsOf(context.view.filters)))];
  });
}

export const RELATION_COMMANDS: readonly Command[] = [
  {
    id: "show-evidence",
    title: "Show the evidence: who says so, when and where",
    titleFor: () => "Show the evidence",
    group: "Evidence",
    keys: ["Enter"],
    scope: "canvas",
    target: "any",
    run: ({ app, targets }) => {
      commandsOf(app).select(targets);
      requestAnimationFrame(() => focusOn("inspector"));
    },
  },
  {
    id: "copy-sentence",
    title: "Copy the sentence, with its hedge",
    titleFor: (context) => (relationsIn(context).length === 1 ? "Copy the sentence" : "Copy the sentences"),
    group: "Evidence",
    scope: "canvas",
    target: "relation",
    run: (context) => {
      const text = sentencesOf(context).join("\n");
      navigator.clipboard.writeText(text).then(
        () => context.app.notify(`Copied: ${text}`),
        () => context.app.notify(`The browser does not let the page copy. The sentence is: ${text}`),
      );
    },
  },
  {
    id: "hide-type",
    title: "Hide this type of relation",
    titleFor: (context) => `Hide ${typeWords(context)} everywhere`,
    group: "Filter",
    scope: "canvas",
    target: "relation",
    run: (context) => {
      const { filters } = context.view;
      const typesOff = new Set([...filters.typesOff, ...typesOf(context)]);
      commandsOf(context.app).filter({ typesOff }, `Hid relations of ${typeWords(context)}`);
    },
  },
  {
    id: "only-type",
    title: "Show only this type of relation",
    titleFor: (context) => `Show only ${typeWords(context)}`,
    group: "Filter",
    scope: "canvas",
    target: "relation",
    run: (context) => {
      const kept = typesOf(context);
      const typesOff = new Set([...context.app.graph.types.keys()].filter((id) => !kept.includes(id)));
      commandsOf(context.app).filter({ typesOff }, `Showed only ${typeWords(context)}`);
    },
  },
  {
    id: "without-source",
    title: "Leave out a source it rests on",
    group: "Filter",
    scope: "canvas",
    target: "relation",
    choices: ({ app, view, targets }) => {
      const { relations, sources } = app.graph;
      const ids = new Set(targets.flatMap((id) => relations.get(id as never)?.claims.map((c) => c.source) ?? []));
      return [...ids]
        .filter((id) => !view.filters.sourcesOff.has(id))
        .map((id) => ({ value: id, title: sources.get(id)?.title ?? id }));
    },
    run: ({ app, view }, source) => {
      const title = app.graph.sources.get(source as SourceId)?.title;
      if (title === undefined) return;
      const sourcesOff = new Set([...view.filters.sourcesOff, source as SourceId]);
      commandsOf(app).filter({ sourcesOff }, `Left out “${title}”`);
    },
  },
];
