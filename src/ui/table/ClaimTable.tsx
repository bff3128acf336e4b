// Answers: who claims what, where, about when, and how well graded? Details come page by page.
import { Alert, Button } from "@mantine/core";
import { useCallback, useMemo } from "react";
import { useAnswer } from "../parts/use-answer.ts";
import { inSlices } from "../query/breathing.ts";
import { useApp, useView, useVisible } from "../shell/app-context.ts";
import { claimColumns } from "./claim-columns.tsx";
import { FilteredGrid, type TableProps } from "./FilteredGrid.tsx";
import { type ClaimRow, claimRows } from "./row-model.ts";
import { useClaimDetails } from "./use-claim-details.ts";

const NO_ROWS: readonly ClaimRow[] = [];

export function ClaimTable(props: TableProps) {
  const app = useApp();
  const { filters } = useView("filters");
  const visible = useVisible();
  const { scope } = props;
  const ask = useCallback(
    (signal: AbortSignal) => inSlices(claimRows(app.graph, visible, filters, scope), signal),
    [app, visible, filters, scope],
  );
  const rows = useAnswer(ask).value;
  const ids = useMemo(() => (rows ?? NO_ROWS).map(({ core }) => core.id), [rows]);
  const { detailOf, loaded, isFailed, retry } = useClaimDetails(ids);
  const columns = useMemo(() => claimColumns(app, detailOf), [app, detailOf]);
  return (
    <FilteredGrid {...props} rows={rows} columns={columns} noun="claim" total={app.graph.claims.size}>
      {loaded === ids.length ? null : isFailed ? (
        <Alert
          color="red"
          role="alert"
          title={`The details of ${ids.length - loaded} of ${ids.length} claims could not be loaded`}
        >
          Sorting and filtering know only what is loaded. Check the connection.
          <Button size="xs" ml="sm" variant="default" onClick={retry}>
            Try again
          </Button>
        </Alert>
      ) : (
        <p className="muted" role="status">
          Details of {loaded} of {ids.length} claims loaded; sorting and filtering know only these yet.
        </p>
      )}
    </FilteredGrid>
  );
}
