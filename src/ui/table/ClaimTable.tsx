// Answers: who claims what, where, about when, and how well graded? Details come page by page.
import { Alert, Button } from "@mantine/core";
import { useCallback, useMemo } from "react";
import { useAnswer } from "../parts/use-answer.ts";
import { inSlices } from "../query/breathing.ts";
import { useApp, useView, useVisible } from "../shell/app-context.ts";
import { claimColumns, ORDERED_BY_DETAILS } from "./claim-columns.tsx";
import { FilteredGrid, type TableProps } from "./FilteredGrid.tsx";
import { type ClaimRow, claimRows } from "./row-model.ts";
import { useClaimDetails } from "./use-claim-details.ts";

const NO_ROWS: readonly ClaimRow[] = [];
/** Of more, details are loaded as they are looked at, until what is sorted or filtered by needs them all. */
const MOST_LOADED_UNASKED = 5_000;

export function ClaimTable(props: TableProps) {
  const app = useApp();
  const { filters } = useView("filters");
  const visible = useVisible();
  const { scope, text, sort } = props;
  const ask = useCallback(
    (signal: AbortSignal) => inSlices(claimRows(app.graph, visible, filters, scope), signal),
    [app, visible, filters, scope],
  );
  const rows = useAnswer(ask).value;
  const ids = useMemo(() => (rows ?? NO_ROWS).map(({ key }) => key), [rows]);
  const isOfDetails = text.trim() !== "" || (sort !== undefined && ORDERED_BY_DETAILS.has(sort.column));
  const needsAll = isOfDetails || ids.length <= MOST_LOADED_UNASKED;
  const { detailOf, loaded, isFailed, retry } = useClaimDetails(ids, needsAll);
  const columns = useMemo(() => claimColumns(app, detailOf), [app, detailOf]);
  const plain = useMemo(() => claimColumns(app, () => undefined), [app]);
  return (
    <FilteredGrid
      {...props}
      rows={rows}
      columns={columns}
      keyedBy={needsAll ? columns : plain}
      noun="claim"
      total={app.graph.claims.size}
    >
      {isFailed ? (
        <Alert
          color="red"
          role="alert"
          title={`The details of ${needsAll ? `${ids.length - loaded} of ${ids.length}` : "some"} claims could not be loaded`}
        >
          {needsAll ? "Sorting and filtering know only what is loaded. " : ""}Check the connection.
          <Button size="xs" ml="sm" variant="default" onClick={retry}>
            Try again
          </Button>
        </Alert>
      ) : loaded === ids.length || !needsAll ? null : (
        <p className="muted" role="status">
          Details of {loaded} of {ids.length} claims loaded; sorting and filtering know only these yet.
        </p>
      )}
    </FilteredGrid>
  );
}
