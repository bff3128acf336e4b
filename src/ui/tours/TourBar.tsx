// Answers: where in which tour is the reader, what does this step say, and how does one go on?
import { Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconX } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { isAvailable } from "../commands/command.ts";
import { useCommandContext } from "../commands/use-commands.ts";
import { focusOn } from "../shell/landmarks.ts";
import { TourText } from "./TourText.tsx";
import { stepOf, TOUR_COMMANDS } from "./tour-commands.ts";
import "./tour.css";

const KEYS: ReadonlyMap<string, string> = new Map([
  ["ArrowLeft", "tour-back"],
  ["ArrowRight", "tour-next"],
  ["Escape", "tour-leave"],
]);
const ICONS = { "tour-back": IconChevronLeft, "tour-next": IconChevronRight, "tour-leave": IconX } as const;

export function TourBar() {
  const context = useCommandContext();
  const found = stepOf(context.app.graph, context.view);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = found === undefined ? undefined : `${found.tour.id} ${found.place.step}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read from its heading
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [shown]);
  if (found === undefined) return null;
  const { tour, step, place } = found;
  const run = (id: string): void => {
    const command = TOUR_COMMANDS.find((known) => known.id === id);
    if (command === undefined || !isAvailable(command, context)) return;
    command.run(context);
    if (id === "tour-leave") focusOn("graph");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const id = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? undefined : KEYS.get(event.key);
    if (id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    run(id);
  };
  return (
    <section className="tour" aria-label={`Tour: ${tour.title}`} data-testid="tour" onKeyDown={onKeyDown}>
      <div className="tour-head">
        <h2 ref={heading} tabIndex={-1}>
          <span className="muted">
            {tour.title} · {place.step + 1} of {tour.steps.length}
          </span>{" "}
          {step.title}
        </h2>
        <span className="tour-buttons no-print">
          {TOUR_COMMANDS.filter(({ id }) => id in ICONS).map((command) => {
            const Icon = ICONS[command.id as keyof typeof ICONS];
            return (
              <Button
                key={command.id}
                size="compact-sm"
                variant="default"
                leftSection={<Icon size={14} aria-hidden="true" />}
                aria-disabled={!isAvailable(command, context)}
                data-disabled={!isAvailable(command, context) || undefined}
                onClick={() => run(command.id)}
              >
                {command.titleFor?.(context)}
              </Button>
            );
          })}
        </span>
      </div>
      <p className="tour-text">{step.text}</p>
      <details>
        <summary>On what this rests, and the whole tour as text</summary>
        <TourText tour={tour} at={place.step} />
      </details>
    </section>
  );
}
