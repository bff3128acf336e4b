// Answers: what does the middle of a wide page show?
import { SegmentedControl } from "@mantine/core";
import { TABS, type Tab } from "./app-context.ts";

export const TAB_WORDS: Readonly<Record<Tab, string>> = {
  graph: "Graph",
  table: "Table",
  support: "Who supports whom",
  sources: "Sources",
  coverage: "Coverage",
  disputes: "Disputes",
};

export function TabSwitch({ tab, onTab }: { readonly tab: Tab; readonly onTab: (tab: Tab) => void }) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="Show as"
      data-testid="tabs"
      value={tab}
      onChange={(value) => onTab(value as Tab)}
      data={TABS.map((value) => ({ value, label: TAB_WORDS[value] }))}
    />
  );
}
