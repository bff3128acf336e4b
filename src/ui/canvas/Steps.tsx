// Answers: by which steps did the view come about, and how does one go back to any of them?
import { Menu } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { countText } from "../../model/text.ts";
import { useApp } from "../shell/app-context.ts";
import "./steps.css";

/** Steps in sight before and after the present one; the first is always. */
const BEFORE = 2;
const AFTER = 1;

interface Step {
  /** From the present one: negative is back. */
  readonly offset: number;
  readonly words: string;
}

export function Steps() {
  const app = useApp();
  const { past, present, future } = useStore(app.store, (s) => s.history);
  const current = useRef<HTMLLIElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the present step comes into sight whenever it changes
  useEffect(() => {
    // In the frame that lays the page out anyway.
    const frame = requestAnimationFrame(() => current.current?.scrollIntoView({ block: "nearest", inline: "nearest" }));
    return () => cancelAnimationFrame(frame);
  }, [past.length]);
  const steps = [...past, present, ...future].map(({ step }, i): Step => ({ offset: i - past.length, words: step }));
  const inSight = steps.filter(({ offset }, i) => i === 0 || (offset >= -BEFORE && offset <= AFTER));
  const earlier = steps.filter(({ offset }, i) => i > 0 && offset < -BEFORE);
  const later = steps.filter(({ offset }) => offset > AFTER);
  const go = ({ offset, words }: Step): void => {
    if (offset === 0) return;
    app.store.getState().travel(offset);
    app.notify(`${offset < 0 ? "Back" : "Forward"} to: ${words}.`);
  };
  return (
    <nav className="steps-nav" aria-label="Steps">
      <ol className="plain">
        {inSight.map((step, i) => (
          <li
            key={step.offset}
            ref={step.offset === 0 ? current : undefined}
            className={step.offset > 0 ? "is-undone" : undefined}
          >
            <button
              type="button"
              className="step"
              title={step.words}
              aria-current={step.offset === 0 ? "step" : undefined}
              onClick={() => go(step)}
            >
              {step.words}
              {step.offset > 0 ? <span className="sr-only"> (undone)</span> : null}
            </button>
            {i === 0 && earlier.length > 0 ? <More steps={earlier} name="in between" onGo={go} /> : null}
          </li>
        ))}
        {later.length === 0 ? null : (
          <li className="is-undone">
            <More steps={later} name="undone" onGo={go} />
          </li>
        )}
      </ol>
    </nav>
  );
}

interface MoreProps {
  readonly steps: readonly Step[];
  readonly name: string;
  readonly onGo: (step: Step) => void;
}

function More({ steps, name, onGo }: MoreProps) {
  const words = `${countText(steps.length, "more step")} ${name}`;
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <button type="button" className="step step-more" aria-label={words} title={words}>
          … {steps.length}
        </button>
      </Menu.Target>
      <Menu.Dropdown className="context-menu">
        {steps.map((step) => (
          <Menu.Item key={step.offset} onClick={() => onGo(step)}>
            {step.words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
