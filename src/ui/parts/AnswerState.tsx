// Answers: how far is the answer that is asked for, can it be had at all, and how is it cancelled or asked for again?
import { Button, Loader, Progress } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useStore } from "zustand";
import { Failure } from "./Failure.tsx";
import type { Answer } from "./use-answer.ts";
import "./answer-state.css";

/** Milliseconds: an answer that comes sooner shows no progress. */
const PATIENCE = 400;

interface Props {
  readonly answer: Answer<unknown>;
  /** Begins a sentence: "The matrix could not be loaded". */
  readonly what: string;
  /** "Working out the matrix" */
  readonly doing: string;
}

/** Stands above the answer, and takes no room from one that is there already. */
export function AnswerState({ answer, what, doing }: Props) {
  const { value, isCurrent, isFailed, isCancelled, retry } = answer;
  if (isFailed) return <Failure what={what} onRetry={retry} />;
  if (isCancelled)
    return (
      <p className="answer-cancelled" role="status">
        {doing} was cancelled.{value === undefined ? "" : " What stands here answers the question before."}{" "}
        <button type="button" className="link" onClick={retry}>
          Ask again
        </button>
      </p>
    );
  if (isCurrent) return null;
  return (
    <div className={value === undefined ? "answer-state" : "answer-state answer-over"}>
      <Working answer={answer} doing={doing} />
    </div>
  );
}

function Working({ answer: { value, share, cancel }, doing }: Omit<Props, "what">) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  const done = useStore(share);
  if (!isLong) return value === undefined ? <Loader size="sm" role="status" aria-label={doing} /> : null;
  return (
    <WorkingBar share={done} what={doing} onCancel={cancel}>
      {doing} …
    </WorkingBar>
  );
}

interface BarProps {
  /** 0 to 1. */
  readonly share: number;
  readonly what: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

export function WorkingBar({ share, what, onCancel, children }: BarProps) {
  return (
    <div className="working">
      <Progress value={Math.max(3, share * 100)} aria-label={what} />
      <span role="status">{children}</span>
      <Button size="compact-xs" variant="default" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
