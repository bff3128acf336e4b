// Answers: does the middle of a wide page show the graph or the table?
import { SegmentedControl } from "@mantine/core";
import type { Tab } from "./app-context.ts";

export function TabSwitch({ tab, onTab }: { readonly tab: Tab; readonly onTab: (tab: Tab) => void }) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="Show as"
      data-testid="tabs"
      value={tab}
      onChange={(value) => onTab(value as Tab)}
      data={[
        { value: "graph", label: "Graph" },
        { value: "table", label: "Table" },
      ]}
    />
  );
}
