// Answers: what can be done with what lies under the pointer, or has focus?
import { Menu } from "@mantine/core";
import { Fragment } from "react";
import { isActorId } from "../../model/ids.ts";
import { capitalized } from "../../model/text.ts";
import { type Command, isAvailable, titleIn } from "../commands/command.ts";
import { keyText } from "../commands/keys.ts";
import { COMMANDS, menuOf, runCommand, targetName } from "../commands/registry.ts";
import { useCommandContext } from "../commands/use-commands.ts";
import { useFocusReturn } from "./use-focus-return.ts";
import { useOverlays } from "./use-overlays.ts";

/** Where menus are put, so that they are in a landmark. */
const REGION = "menu-region";

export function ContextMenu() {
  const menu = useOverlays((s) => s.menu);
  const setMenu = useOverlays((s) => s.setMenu);
  const context = useCommandContext(menu?.targets);
  useFocusReturn(menu !== undefined);
  if (menu === undefined) return null;
  const { targets, at } = menu;
  const last = targets.at(-1);
  const on = last === undefined ? "nothing" : isActorId(last) ? "actor" : "relation";
  const heading = capitalized(targetName(context));
  const close = (): void => setMenu(undefined);
  const run = (command: Command, choice?: string): void => {
    close();
    runCommand(command, context, choice);
  };
  const groups = menuOf(COMMANDS, on)
    .map(([group, commands]) => [group, commands.filter((c) => isAvailable(c, context))] as const)
    .filter(([, commands]) => commands.length > 0);
  return (
    <section id={REGION} className="menu-region" aria-label="Commands">
      <Menu
        opened
        onClose={close}
        position="right-start"
        offset={2}
        shadow="md"
        clickOutsideEvents={["mousedown", "touchstart"]}
        returnFocus={false}
        trapFocus
        withInitialFocusPlaceholder={false}
        portalProps={{ target: `#${REGION}` }}
        transitionProps={{ duration: 0 }}
        middlewares={{ flip: true, shift: { padding: 8, crossAxis: true } }}
      >
        <Menu.Target>
          <div className="menu-anchor" style={{ left: at.x, top: at.y }} aria-hidden="true" />
        </Menu.Target>
        <Menu.Dropdown className="context-menu" data-testid="context-menu" aria-label={`Commands: ${heading}`}>
          <Menu.Label>{heading}</Menu.Label>
          {groups.map(([group, commands], i) => (
            <Fragment key={group}>
              {i === 0 ? null : <Menu.Divider />}
              {commands.map((command) =>
                command.choices === undefined ? (
                  <Menu.Item
                    key={command.id}
                    data-command={command.id}
                    onClick={() => run(command)}
                    rightSection={command.keys?.[0] === undefined ? null : <kbd>{keyText(command.keys[0])}</kbd>}
                  >
                    {titleIn(command, context)}
                  </Menu.Item>
                ) : (
                  <Menu.Sub key={command.id} position="right-start">
                    <Menu.Sub.Target>
                      <Menu.Sub.Item data-command={command.id}>{titleIn(command, context)}</Menu.Sub.Item>
                    </Menu.Sub.Target>
                    <Menu.Sub.Dropdown className="context-menu">
                      {command.choices(context).map(({ value, title }) => (
                        <Menu.Item key={value} onClick={() => run(command, value)}>
                          {title}
                        </Menu.Item>
                      ))}
                    </Menu.Sub.Dropdown>
                  </Menu.Sub>
                ),
              )}
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
    </section>
  );
}
