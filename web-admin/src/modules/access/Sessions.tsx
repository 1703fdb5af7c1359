import { Table, TableBody, TableCell, TableHead, TableRow } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { showTime } from "../../ui/dates";
import { browserName } from "../../ui/browser";
import { Empty } from "../../ui/Page";
import { SessionEnd } from "./MySessions";

/** The open sessions of an account and its most recent ones. */
export function Sessions({ sessions, onEnded }: { sessions: readonly Schemas["SessionRow"][]; onEnded: () => void }) {
  const translate = useTranslate();
  if (sessions.length === 0) return <Empty>{translate("account.no-sessions")}</Empty>;
  return (
    <Table size="small" aria-label={translate("account.sessions")}>
      <TableHead>
        <TableRow>
          <TableCell>{translate("session.started")}</TableCell>
          <TableCell>{translate("session.where")}</TableCell>
          <TableCell component="td" />
        </TableRow>
      </TableHead>
      <TableBody>
        {sessions.map((session) => (
          <TableRow key={session.id}>
            <TableCell sx={{ whiteSpace: "nowrap" }}>{showTime(session.startedAt)}</TableCell>
            <TableCell sx={{ wordBreak: "break-word", color: "text.secondary", fontSize: 13 }}>
              {[session.ip, browserName(session.browser)].filter(Boolean).join(" · ")}
            </TableCell>
            <TableCell align="right">
              <SessionEnd session={session} onEnded={onEnded} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
