// Answers: how does a reader get the link when the browser does not let the page copy it?
import { Text } from "@mantine/core";
import { Dialog } from "./Dialog.tsx";

export function LinkDialog({ address, onClose }: { readonly address: string; readonly onClose: () => void }) {
  return (
    <Dialog title="The link to this view" onClose={onClose}>
      <Text size="sm" mb="xs">
        The browser did not let the page copy it. It is selected here, and stands in the address bar: copy it yourself.
      </Text>
      <textarea
        className="link-text"
        aria-label="Link to this view"
        data-autofocus
        readOnly
        rows={6}
        value={address}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
