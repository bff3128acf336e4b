// Answers: which of the panes does a narrow screen show?
import { SegmentedControl } from "@mantine/core";

export type Pane = "list" | "graph" | "table" | "filters";

export function PaneSwitch({ pane, onPane }: { readonly pane: Pane; readonly onPane: (pane: Pane) => void }) {
  return (
    <nav className="pane-switch" aria-label="What to show">
      <SegmentedControl
        fullWidth
        aria-label="What to show"
        value={pane}
        onChange={(value) => onPane(value as Pane)}
        data={[
          { value: "list", label: "List" },
          { value: "graph", label: "Graph" },
          { value: "table", label: "Table" },
          { value: "filters", label: "Filters" },
        ]}
      />
    </nav>
  );
}
