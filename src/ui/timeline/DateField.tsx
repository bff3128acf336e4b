// Answers: which day did the reader type?
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { dayText } from "../../model/day.ts";
import type { End } from "./range-steps.ts";

interface Props {
  readonly end: End;
  readonly day: number | undefined;
  readonly isWrong: boolean;
  /** False when the text is refused. */
  readonly onType: (text: string) => boolean;
  readonly onRevert: () => void;
}

/** Takes the text on Enter or when it is left; Escape brings back what holds. */
export function DateField({ end, day, isWrong, onType, onRevert }: Props) {
  const held = day === undefined ? "" : dayText(day);
  const [text, setText] = useState(held);
  const take = (): void => {
    if (text.trim() === held) onRevert();
    else if (onType(text)) setText(text.trim());
  };
  return (
    <TextInput
      size="xs"
      className="timeline-date"
      label={end === "from" ? "From" : "To"}
      placeholder="any day"
      value={text}
      error={isWrong}
      aria-invalid={isWrong}
      aria-describedby={isWrong ? "timeline-problem" : undefined}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === "Enter") take();
        if (event.key === "Escape") {
          setText(held);
          onRevert();
        }
      }}
    />
  );
}
