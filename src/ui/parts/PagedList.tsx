// Answers: how is a long list shown page by page, saying how much of it there is?
import { type ReactNode, useState } from "react";
import { useShown } from "./use-shown.ts";

/** Items that come with the list; what else is to be seen follows in a frame after it. */
const AT_ONCE = 5;

interface Props<Item> {
  readonly items: readonly Item[];
  /** Items shown at first, and added with each click. */
  readonly page: number;
  /** One item, in a word, for the button. */
  readonly noun: string;
  readonly label?: string;
  readonly className?: string;
  /** Where more of them can be had: how many there are in all, and who is told how many are wanted. */
  readonly more?: { readonly total: number; readonly onWanted: (count: number) => void } | undefined;
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
}

export function PagedList<Item>({ items, page, noun, label, className = "", more, keyOf, children }: Props<Item>) {
  const [wanted, setWanted] = useState(page);
  const isMounted = useShown(true);
  const shown = items.slice(0, wanted);
  const total = more?.total ?? items.length;
  const rest = total - shown.length;
  const step = Math.max(page, 50);
  const showMore = (): void => {
    setWanted(wanted + step);
    more?.onWanted(wanted + step);
  };
  return (
    <>
      <ul className={`plain ${className}`} aria-label={label}>
        {(isMounted ? shown : shown.slice(0, AT_ONCE)).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {rest === 0 ? null : (
        <p className="pane-more">
          <span className="muted">
            {shown.length} of {total} {noun}s listed.
          </span>{" "}
          <button type="button" className="link" onClick={showMore}>
            Show {rest <= step ? `the other ${rest}` : `${step} more`}
          </button>
        </p>
      )}
    </>
  );
}
