// Answers: what stands above everything: the name, the dataset, search, undo, the link, appearance?
import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconBrightness, IconCheck } from "@tabler/icons-react";
import { useStore } from "zustand";
import { commandsOf } from "../commands/commands.ts";
import { SearchBox } from "../commands/SearchBox.tsx";
import { CopyLink } from "../session/CopyLink.tsx";
import { useApp } from "./app-context.ts";

const SCHEMES = [
  ["light", "Light"],
  ["dark", "Dark"],
  ["auto", "As the system"],
] as const;

export function TopBar({ onSource }: { readonly onSource: (id: string) => void }) {
  const app = useApp();
  const history = useStore(app.store, (s) => s.history);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const undoLabel = history.past.length === 0 ? "Nothing to undo" : `Undo: ${history.present.step}`;
  const redoLabel = history.future[0] === undefined ? "Nothing to redo" : `Redo: ${history.future[0].step}`;
  return (
    <header className="top-bar">
      <h1 className="brand">Entente</h1>
      <p className="dataset" title={app.graph.info.description}>
        {app.graph.info.title} <span className="muted">v{app.graph.info.version}</span>
      </p>
      <SearchBox onSource={onSource} />
      <div className="top-actions">
        <Tooltip label={undoLabel}>
          <ActionIcon
            variant="default"
            size={34}
            aria-label={undoLabel}
            data-testid="undo"
            aria-disabled={history.past.length === 0}
            onClick={() => commandsOf(app).undo()}
          >
            <IconArrowBackUp size={18} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={redoLabel}>
          <ActionIcon
            variant="default"
            size={34}
            aria-label={redoLabel}
            data-testid="redo"
            aria-disabled={history.future.length === 0}
            onClick={() => commandsOf(app).redo()}
          >
            <IconArrowForwardUp size={18} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
        <CopyLink />
        <Menu position="bottom-end" withinPortal={false}>
          <Menu.Target>
            <ActionIcon variant="default" size={34} aria-label="Light or dark appearance" data-testid="appearance">
              <IconBrightness size={18} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {SCHEMES.map(([scheme, label]) => (
              <Menu.Item
                key={scheme}
                onClick={() => setColorScheme(scheme)}
                rightSection={colorScheme === scheme ? <IconCheck size={14} aria-label="chosen" /> : null}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}
