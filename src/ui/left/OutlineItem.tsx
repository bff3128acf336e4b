// Answers: how does a row stand in the tree, and what stands below it when it is open?
import { IconChevronRight } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { countText } from "../../model/text.ts";
import type { OutlineRow } from "./outline-rows.ts";

interface Props {
  readonly row: OutlineRow;
  readonly isOpen?: boolean;
  /** The row of the tree that Tab leads to. */
  readonly isStop: boolean;
  readonly isSelected: boolean;
  readonly children: ReactNode;
  /** Rows one level down; they are no part of its name. */
  readonly below?: ReactNode;
}

export function OutlineItem({ row, isOpen = false, isStop, isSelected, children, below }: Props) {
  const { key, level, size, title } = row;
  const count = level === 1 ? `, ${countText(size, "relation type")}` : ` ${countText(size, "relation")}`;
  return (
    <div role="none" className={`outline-item outline-level-${level}`}>
      <div
        role="treeitem"
        aria-level={level}
        aria-expanded={size === 0 ? undefined : isOpen}
        aria-selected={isSelected}
        aria-label={size === 0 ? title : `${title}${count}`}
        tabIndex={isStop ? 0 : -1}
        className={isSelected ? "outline-row is-selected" : "outline-row"}
        data-key={key}
      >
        {level === 3 ? null : (
          <span className="twist" data-part={size > 0 ? "twist" : undefined} aria-hidden="true">
            {size > 0 ? <IconChevronRight size={14} /> : null}
          </span>
        )}
        {children}
      </div>
      {isOpen && below !== undefined ? (
        // biome-ignore lint/a11y/useSemanticElements: a group of a tree, not of a form
        <div role="group" aria-label={title}>
          {below}
        </div>
      ) : null}
    </div>
  );
}
