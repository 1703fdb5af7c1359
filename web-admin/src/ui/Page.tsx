import { Alert, Box, Button, CircularProgress, Paper, type SxProps, Typography } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { useTranslate } from "react-admin";
import { useLocation } from "react-router-dom";
import { ApiError } from "../api/client";
import { AboutChild } from "./drafts/AboutChild";
import { reasonOf } from "./Refusal";

/** The last visited address: on another screen the focus goes to its heading, so that screen readers and Tab start there. */
let arrivedAt = window.location.pathname;

/** A screen: its title, its actions, and the content. */
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
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    if (arrivedAt === pathname) return;
    arrivedAt = pathname;
    // a screen with a form has the focus in its field by now
    if (!document.activeElement?.matches("main input, main textarea")) heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  useEffect(() => {
    document.title = `${title} · ${translate("app.short")}`;
  }, [title, translate]);
  return (
    <Box sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 1280 }}>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center", mb: 2 }}>
        <Box sx={{ flexGrow: 1 }}>
          <Typography variant="h1" ref={heading} tabIndex={-1}>
            {title}
          </Typography>
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

/** A screen that waits for its data; if they cannot be loaded, it says so and offers a retry. */
export function Loading() {
  const translate = useTranslate();
  const cache = useQueryClient().getQueryCache();
  // the screen itself knows only that it has no data yet
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
    <Box sx={{ p: 6, textAlign: "center" }} data-loading role="status" aria-label={translate("app.loading")}>
      <CircularProgress size={28} aria-hidden />
    </Box>
  );
}

/** Parts whose size depends on pending data are drawn once all of it is here: visible content does not move. */
export function Steady({ ready, children }: { ready: boolean; children: ReactNode }) {
  const was = useRef(false);
  was.current ||= ready;
  return (
    <Box sx={{ position: "relative" }}>
      {!was.current && (
        <Box sx={{ position: "absolute", inset: "0 0 auto" }}>
          <Loading />
        </Box>
      )}
      <Box sx={{ visibility: was.current ? undefined : "hidden" }}>{children}</Box>
    </Box>
  );
}

/** What went wrong in the reader's words, and what to do. */
export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const translate = useTranslate();
  const status = error instanceof ApiError ? error.status : undefined;
  const text = status === 0 ? translate("app.not-loaded") : reasonOf(error, translate);
  return (
    <Alert
      data-failure
      severity={status === 403 || status === 404 ? "info" : "error"}
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

/** Content wider than a phone scrolls by itself, also by keyboard. */
export const Wide = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box sx={{ overflowX: "auto" }} tabIndex={0} role="region" aria-label={label}>
    {children}
  </Box>
);
