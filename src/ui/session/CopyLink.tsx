// Answers: how does a reader hand this very view on to others?
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import { useApp } from "../shell/app-context.ts";
import { copyLink } from "./copy-link.ts";

export function CopyLink() {
  const app = useApp();
  return (
    <Tooltip label="Copy link to this view">
      <ActionIcon
        variant="default"
        size={34}
        aria-label="Copy link to this view"
        data-testid="copy-link"
        onClick={() => void copyLink(app)}
      >
        <IconLink size={18} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
