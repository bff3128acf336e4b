// Answers: how does a reader hand this very view on to others?
import { ActionIcon, Group, Modal, Text, Tooltip } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import { useOverlays } from "../overlays/use-overlays.ts";
import { useApp } from "../shell/app-context.ts";
import { copyLink } from "./copy-link.ts";

export function CopyLink() {
  const app = useApp();
  const refused = useOverlays((s) => s.refusedLink);
  const setRefused = useOverlays((s) => s.setRefusedLink);
  return (
    <>
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
      {/* Without the library's header: it would be a second banner of the page. */}
      <Modal.Root opened={refused !== undefined} onClose={() => setRefused(undefined)}>
        <Modal.Overlay />
        <Modal.Content>
          <Modal.Body>
            <Group justify="space-between" my="sm">
              <Modal.Title>The link to this view</Modal.Title>
              <Modal.CloseButton aria-label="Close" />
            </Group>
            <Text size="sm" mb="xs">
              The browser did not let the page copy it. It is selected here, and stands in the address bar: copy it yourself.
            </Text>
            <textarea
              className="link-text"
              aria-label="Link to this view"
              data-autofocus
              readOnly
              rows={6}
              value={refused ?? ""}
              onFocus={(event) => event.currentTarget.select()}
            />
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  );
}
