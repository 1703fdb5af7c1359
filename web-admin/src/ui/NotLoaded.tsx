import { Alert, Button } from "@mui/material";
import { type Query, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useTranslate } from "react-admin";
import { ApiError } from "../api/client";

/** Neither what the reader may not see, nor background requests. */
const isMissing = (query: Query) => {
  const { status, error } = query.state;
  const isRefused = error instanceof ApiError && error.status >= 400 && error.status < 500;
  return status === "error" && !isRefused && !query.meta?.aside && query.isActive();
};

/**
 * Reports a part of the screen that failed to load if the part itself shows nothing, such as the options of a field: an empty list would look as if there
 * were none. If a part reports it itself, nothing is shown twice.
 */
export default function NotLoaded() {
  const translate = useTranslate();
  const client = useQueryClient();
  const cache = client.getQueryCache();
  const missing = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () => cache.getAll().some(isMissing),
  );
  if (!missing) return null;
  return (
    <Alert
      severity="warning"
      role="status"
      sx={{ m: 2, mb: 0, "main:has([data-failure]) &": { display: "none" } }}
      action={
        <Button color="inherit" size="small" onClick={() => void client.refetchQueries({ predicate: isMissing })}>
          {translate("app.again")}
        </Button>
      }
    >
      {translate("app.part-not-loaded")}
    </Alert>
  );
}
