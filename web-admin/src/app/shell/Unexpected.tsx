import { Alert, Box, Button, Typography } from "@mui/material";
import { useResetErrorBoundaryOnLocationChange, useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { Empty, Page } from "../../ui/Page";

/** An address that leads nowhere. */
export function NotFound() {
  const translate = useTranslate();
  return (
    <Page title={translate("app.not-found")}>
      <Empty
        action={
          <Button component={Link} to="/" variant="outlined">
            {translate("app.home")}
          </Button>
        }
      >
        {translate("app.not-found-help")}
      </Empty>
    </Page>
  );
}

/** A screen that the reader's role has no right to. */
export function NoPermission() {
  const translate = useTranslate();
  return (
    <Page title={translate("app.no-screen")}>
      <Empty
        action={
          <Button component={Link} to="/" variant="outlined">
            {translate("app.home")}
          </Button>
        }
      >
        {translate("app.no-screen-help")}
      </Empty>
    </Page>
  );
}

/** A crashed screen: what was typed is in its draft, so that reloading loses nothing. */
export function Broken({ resetErrorBoundary }: { resetErrorBoundary: (...args: unknown[]) => void }) {
  const translate = useTranslate();
  useResetErrorBoundaryOnLocationChange(resetErrorBoundary);
  return (
    <Box component="main" sx={{ p: 3, maxWidth: 720 }}>
      <Typography variant="h1" sx={{ mb: 2 }}>
        {translate("app.short")}
      </Typography>
      <Alert
        severity="error"
        action={
          <Button color="inherit" onClick={() => window.location.reload()}>
            {translate("app.reload")}
          </Button>
        }
      >
        {translate("app.broken")}
      </Alert>
    </Box>
  );
}
