// Answers: how does a dialog stand over the page?
import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useFocusReturn } from "./use-focus-return.ts";

interface Props {
  readonly title: string;
  readonly size?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The library's own header would be a second banner of the page. */
export function Dialog({ title, size = "md", onClose, children }: Props) {
  useFocusReturn(true);
  return (
    <Modal.Root opened lockScroll={false} onClose={onClose} size={size}>
      <Modal.Overlay />
      <Modal.Content>
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
