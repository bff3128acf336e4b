// Answers: what stands above everything: the name, the dataset, search, undo, help, appearance?
import { ActionIcon, Menu, useMantineColorScheme } from "@mantine/core";
import { IconBrightness, IconCheck } from "@tabler/icons-react";
import { CommandIconButton } from "../commands/CommandButton.tsx";
import { buttonsOf, COMMANDS } from "../commands/registry.ts";
import { SearchBox } from "../search/SearchBox.tsx";
import { CopyLink } from "../session/CopyLink.tsx";
import { useApp } from "./app-context.ts";

const SCHEMES = [
  ["light", "Light"],
  ["dark", "Dark"],
  ["auto", "As the system"],
] as const;

export function TopBar({ onSource }: { readonly onSource: (id: string) => void }) {
  const app = useApp();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <header className="top-bar">
      <h1 className="brand">Entente</h1>
      <p className="dataset" title={app.graph.info.description}>
        {app.graph.info.title} <span className="muted">v{app.graph.info.version}</span>
      </p>
      <SearchBox onSource={onSource} />
      <div className="top-actions">
        {buttonsOf(COMMANDS, "top bar")
          .filter(({ id }) => id !== "search")
          .map(({ id }) => (
            <CommandIconButton key={id} id={id} side="bottom" />
          ))}
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
