import { Alert, Box, Button, CircularProgress, Paper, type SxProps, Typography } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { useTranslate } from "react-admin";
import { ApiError } from "../api/client";
import { AboutChild } from "./drafts/AboutChild";

/** A screen: its title, what can be done here, and the content. */
export function Page({
  title,
  about,
  actions,
  children,
  subtitle,
}: {
  title: string;
  /** The child that the screen is about. */
  about?: string | null;
  subtitle?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const translate = useTranslate();
  useEffect(() => {
    document.title = `${title} · ${translate("app.short")}`;
  }, [title, translate]);
  return (
    <Box sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 1280 }}>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center", mb: 2 }}>
        <Box sx={{ flexGrow: 1 }}>
          <Typography variant="h1">{title}</Typography>
          {subtitle && (
            <Typography component="div" color="textSecondary" sx={{ mt: 0.5 }}>
              {subtitle}
            </Typography>
          )}
        </Box>
        {actions}
      </Box>
      <AboutChild value={about ?? undefined}>{children}</AboutChild>
    </Box>
  );
}

export const Panel = ({ children, title, sx }: { children: ReactNode; title?: ReactNode; sx?: SxProps }) => (
  <Paper sx={{ border: 1, borderColor: "divider", p: { xs: 1.5, md: 2.5 }, mb: 2, ...(sx as object) }}>
    {title && (
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {title}
      </Typography>
    )}
    {children}
  </Paper>
);

/** A screen that waits for what it shows; when that cannot be had, it says so and can be asked again. */
export function Loading() {
  const translate = useTranslate();
  const cache = useQueryClient().getQueryCache();
  // the screen itself knows only that it has nothing yet
  const failed = useSyncExternalStore(
    (told) => cache.subscribe(told),
    () => {
      const active = cache.getAll().filter((query) => query.isActive() && !query.meta?.aside);
      if (active.some((query) => query.state.fetchStatus === "fetching")) return undefined;
      return active.find((query) => query.state.status === "error" && query.state.data === undefined);
    },
  );
  if (failed)
    return (
      <Box sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 1280 }}>
        <Failure
          error={failed.state.error}
          again={() => {
            for (const query of cache.getAll()) if (query.isActive() && query.state.status === "error") void query.fetch();
          }}
        />
      </Box>
    );
  return (
    <Box sx={{ p: 6, textAlign: "center" }} role="status" aria-label={translate("app.loading")}>
      <CircularProgress size={28} aria-hidden />
    </Box>
  );
}

/** What went wrong in the reader's words, and what to do. */
export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const translate = useTranslate();
  const problem = error instanceof ApiError ? error : null;
  const text = !problem
    ? translate("app.unexpected")
    : problem.status === 0
      ? translate("app.not-loaded")
      : problem.problem.title || translate("app.unexpected");
  return (
    <Alert
      severity={problem?.status === 403 || problem?.status === 404 ? "info" : "error"}
      action={
        again && (
          <Button color="inherit" size="small" onClick={again}>
            {translate("app.again")}
          </Button>
        )
      }
    >
      {text}
    </Alert>
  );
}

/** Nothing to show, and what to do about it. */
export const Empty = ({ children, action }: { children: ReactNode; action?: ReactNode }) => (
  <Box sx={{ p: 4, textAlign: "center", color: "text.secondary" }}>
    <Typography sx={{ mb: action ? 2 : 0 }}>{children}</Typography>
    {action}
  </Box>
);

/** What is wider than a phone scrolls by itself, also by keyboard. */
export const Wide = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box sx={{ overflowX: "auto" }} tabIndex={0} role="region" aria-label={label}>
    {children}
  </Box>
);
