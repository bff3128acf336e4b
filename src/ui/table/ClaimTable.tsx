// Answers: who claims what, where, about when, and how well graded? Details come page by page.
import { Alert, Button } from "@mantine/core";
import { useMemo } from "react";
import { useApp, useView, useVisible } from "../shell/app-context.ts";
import { claimColumns } from "./claim-columns.tsx";
import { FilteredGrid, type TableProps } from "./FilteredGrid.tsx";
import { claimRows } from "./row-model.ts";
import { useClaimDetails } from "./use-claim-details.ts";

const NONE = new Map();

export function ClaimTable(props: TableProps) {
  const app = useApp();
  const { filters } = useView();
  const visible = useVisible();
  const bare = useMemo(() => claimRows(app.graph, visible, filters, props.scope, NONE), [app, visible, filters, props.scope]);
  const ids = useMemo(() => bare.map(({ core }) => core.id), [bare]);
  const { details, isFailed, retry } = useClaimDetails(ids);
  const rows = useMemo(() => bare.map((row) => ({ ...row, claim: details.get(row.core.id) })), [bare, details]);
  const columns = useMemo(() => claimColumns(app), [app]);
  const loaded = rows.filter(({ claim }) => claim !== undefined).length;
  return (
    <FilteredGrid {...props} rows={rows} columns={columns} noun="claim" total={app.graph.claimOrdinals.size}>
      {loaded === rows.length ? null : isFailed ? (
        <Alert
          color="red"
          role="alert"
          title={`The details of ${rows.length - loaded} of ${rows.length} claims could not be loaded`}
        >
          Sorting and filtering know only what is loaded. Check the connection.
          <Button size="xs" ml="sm" variant="default" onClick={retry}>
            Try again
          </Button>
        </Alert>
      ) : (
        <p className="muted" role="status">
          Details of {loaded} of {rows.length} claims loaded; sorting and filtering know only these yet.
        </p>
      )}
    </FilteredGrid>
  );
}
