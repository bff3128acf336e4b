// Answers: what is there to say of links and of the last session, without standing in the way?
import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useStore } from "zustand";
import { countText } from "../../model/text.ts";
import { useApp, useDispatch, useView } from "../shell/app-context.ts";
import { pagePainted } from "../shell/first-picture.ts";
import { momentText } from "./moment.ts";
import { saveFile } from "./save-file.ts";

export function SessionBars() {
  const app = useApp();
  const { session } = app;
  const { notes, offer, isUnsaved, extent, openings } = useStore(session.state);
  const { focus } = useView("focus");
  const dispatch = useDispatch();
  const isLost = focus !== undefined && !app.graph.actors.has(focus.actor);
  const framed = useRef(-1);
  useEffect(() => {
    if (framed.current === openings) return;
    framed.current = openings;
    // At the start only when a bar took room from the canvas; later bars leave the reader's frame alone.
    if (openings === 0 && notes.length === 0 && offer === undefined) return;
    // Painted twice: the canvas takes its new size in a frame after the bar is there.
    void pagePainted()
      .then(pagePainted)
      .then(() => (extent === undefined ? app.canvas.current?.fit() : app.canvas.current?.showExtent(extent)));
    if (openings === 0) return;
    const { step, placed } = app.store.getState().history.present;
    app.notify(`${step}: ${countText(placed.size, "actor")}. Undo brings back what was there.`);
  }, [app, openings, notes, offer, extent]);
  return (
    <div className="session-bars" aria-live="polite">
      {notes.length === 0 ? null : (
        <Bar label="About the link" text={notes} onDismiss={session.dismissNotes}>
          {isLost ? (
            <Button size="compact-sm" variant="default" onClick={() => dispatch({ type: "focus", focus: undefined })}>
              Leave the focus
            </Button>
          ) : null}
        </Bar>
      )}
      {offer === undefined ? null : (
        <Bar label="Last session" text={[offerText(offer.view.placed.size, offer.savedAt)]} onDismiss={session.dismissOffer}>
          <Button size="compact-sm" className="bar-primary" onClick={session.restore}>
            Restore
          </Button>
        </Bar>
      )}
      {isUnsaved ? (
        <Bar
          label="Not kept"
          text={[
            "This browser keeps nothing for this page, so this session ends with the page. A file or a copied link keeps the view.",
          ]}
          onDismiss={session.dismissUnsaved}
        >
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => saveFile("entente-view.json", "application/json", session.file())}
          >
            Download this view
          </Button>
        </Bar>
      ) : null}
    </div>
  );
}

interface BarProps {
  readonly label: string;
  readonly text: readonly string[];
  readonly onDismiss: () => void;
  readonly children: ReactNode;
}

function Bar({ label, text, onDismiss, children }: BarProps) {
  return (
    <section className="session-bar" aria-label={label}>
      <div className="session-text">
        {text.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {children}
      <Button size="compact-sm" variant="default" onClick={onDismiss}>
        Dismiss
      </Button>
    </section>
  );
}

function offerText(actors: number, savedAt: number): string {
  return `Restore your last session (${countText(actors, "actor")}, ${momentText(savedAt, Date.now())})?`;
}
