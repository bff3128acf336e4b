// Answers: which of the panes does a narrow screen show?
import { NativeSelect, SegmentedControl } from "@mantine/core";
import { TABS } from "./app-context.ts";
import type { Pane } from "./pane.ts";
import { TAB_WORDS } from "./TabSwitch.tsx";

const FIRST: readonly Pane[] = ["list", "graph", "filters"];
const MORE = TABS.filter((tab) => tab !== "graph");

export function PaneSwitch({ pane, onPane }: { readonly pane: Pane; readonly onPane: (pane: Pane) => void }) {
  const isMore = !FIRST.includes(pane);
  return (
    <nav className="pane-switch" aria-label="What to show">
      <SegmentedControl
        aria-label="What to show"
        value={isMore ? "" : pane}
        onChange={(value) => onPane(value as Pane)}
        data={[
          { value: "list", label: "List" },
          { value: "graph", label: "Graph" },
          { value: "filters", label: "Filters" },
        ]}
      />
      <NativeSelect
        aria-label="More to show"
        value={isMore ? pane : ""}
        onChange={({ currentTarget: { value } }) => value !== "" && onPane(value as Pane)}
        data={[{ value: "", label: "More …" }, ...MORE.map((value) => ({ value, label: TAB_WORDS[value] }))]}
      />
    </nav>
  );
}
