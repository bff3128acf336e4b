// Answers: between whom, and under which rules, does the reader look for routes?
import { ActionIcon, Button, CloseButton, NativeSelect } from "@mantine/core";
import { IconArrowsExchange, IconPointer } from "@tabler/icons-react";
import { useEffect } from "react";
import { useStore } from "zustand";
import { ROUTE_PRESETS, type RouteQuestion } from "../../state/route-question.ts";
import { chosenActorOf } from "../../state/view-state.ts";
import { loadDossier } from "../inspector/load-dossier.ts";
import { useApp, useView } from "../shell/app-context.ts";
import { ActorField } from "./ActorField.tsx";
import { RouteResults } from "./RouteResults.tsx";
import { RouteRules } from "./RouteRules.tsx";
import { routeCommandsOf } from "./route-commands.ts";
import { PRESET_WORDS } from "./route-words.ts";
import { useRouteSearch } from "./use-route-search.ts";
import "./paths.css";

export function Workbench() {
  const app = useApp();
  const { question, selected } = useView("question", "selected");
  const routes = routeCommandsOf(app);
  const searchAgain = useRouteSearch();
  const picking = useStore(app.paths, (s) => s.picking);
  const chosen = chosenActorOf({ selected });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new selection is what it waits for
  useEffect(() => {
    if (picking === undefined || chosen === undefined) return;
    app.paths.getState().set({ picking: undefined });
    routes.name(picking, chosen);
  }, [selected]);
  // What a route is read in, ready before one is chosen.
  useEffect(() => void loadDossier(), []);
  const side = (part: "from" | "to", label: string) => (
    <div className="route-side">
      <ActorField part={part} label={label} ids={question[part]} />
      <ActionIcon
        variant={picking === part ? "filled" : "default"}
        size={30}
        aria-pressed={picking === part}
        aria-label={`Pick the ${part === "from" ? "start" : "end"} on the canvas`}
        title="Pick on the canvas: the next actor you select"
        onClick={() => app.paths.getState().set({ picking: picking === part ? undefined : part })}
      >
        <IconPointer size={16} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
  return (
    <section className="workbench" aria-label="Path workbench" data-testid="workbench">
      <div className="workbench-question">
        {side("from", "From")}
        <ActionIcon variant="default" size={30} aria-label="Swap the ends" title="Swap the ends" onClick={routes.swap}>
          <IconArrowsExchange size={16} aria-hidden="true" />
        </ActionIcon>
        {side("to", "To")}
        <NativeSelect
          size="xs"
          label="Routes"
          className="route-preset"
          value={question.preset}
          title={PRESET_WORDS[question.preset][1]}
          data={ROUTE_PRESETS.map((value) => ({ value, label: PRESET_WORDS[value][0] }))}
          onChange={({ currentTarget: { value } }) =>
            routes.ask({ preset: value as RouteQuestion["preset"] }, "Changed which routes are wanted")
          }
        />
        <Button size="xs" variant="default" className="route-find" onClick={searchAgain}>
          Find
        </Button>
        <CloseButton className="workbench-close" aria-label="Close the path workbench" onClick={routes.close} />
      </div>
      <RouteRules />
      <RouteResults searchAgain={searchAgain} />
    </section>
  );
}
