// Answers: how does a reader hand this very view on to others?
import { ActionIcon, Group, Modal, Text, Tooltip } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import { useState } from "react";
import { countText } from "../../model/text.ts";
import { useApp } from "../shell/app-context.ts";

export function CopyLink() {
  const app = useApp();
  const [refused, setRefused] = useState<string>();
  const copy = async (): Promise<void> => {
    const address = app.session.address();
    const { placed } = app.store.getState().history.present;
    try {
      await navigator.clipboard.writeText(address);
      app.notify(`Copied the link to this view: ${countText(placed.size, "actor")} with positions, filters and selection.`);
    } catch {
      setRefused(address);
    }
  };
  return (
    <>
      <Tooltip label="Copy link to this view">
        <ActionIcon variant="default" size={34} aria-label="Copy link to this view" data-testid="copy-link" onClick={copy}>
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
