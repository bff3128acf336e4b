// Answers: how is it said that something could not be loaded, and asked for again?
import { Alert, Button } from "@mantine/core";

export function Failure({ what, onRetry }: { readonly what: string; readonly onRetry: () => void }) {
  return (
    <Alert color="red" role="alert" title={`${what} could not be loaded`}>
      The graph is complete; only this is missing. Check the connection.
      <Button size="xs" ml="sm" variant="default" onClick={onRetry}>
        Try again
      </Button>
    </Alert>
  );
}
