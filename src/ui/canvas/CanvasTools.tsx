// Answers: how is the canvas zoomed and framed without a keyboard?
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconEye, IconMaximize, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { commandsOf } from "../commands/commands.ts";
import { useApp, useView } from "../shell/app-context.ts";

export function CanvasTools() {
  const app = useApp();
  const { hidden } = useView();
  const commands = commandsOf(app);
  const tools = [
    { label: "Fit everything (F)", icon: IconMaximize, act: commands.fit },
    { label: "Zoom in (+)", icon: IconZoomIn, act: () => app.canvas.current?.zoomBy(1.25) },
    { label: "Zoom out (−)", icon: IconZoomOut, act: () => app.canvas.current?.zoomBy(0.8) },
    ...(hidden.size === 0 ? [] : [{ label: `Show ${hidden.size} hidden (U)`, icon: IconEye, act: commands.showHidden }]),
  ];
  return (
    <div className="canvas-tools">
      {tools.map(({ label, icon: Icon, act }) => (
        <Tooltip key={label} label={label} position="right">
          <ActionIcon variant="default" size={34} aria-label={label} onClick={() => act()}>
            <Icon size={18} aria-hidden="true" />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
