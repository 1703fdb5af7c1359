import { Button, Chip } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { api, type Schemas } from "../../api/client";
import { useChanged } from "../../app/core/api/keys";
import { mySessions } from "../../app/core/api/me";
import { browserName } from "../../ui/browser";
import { showTime } from "../../ui/dates";
import { List } from "../../ui/List";
import { Refusal } from "../../ui/Refusal";

type Row = Schemas["SessionRow"];

/** All of one's own sessions, the current one marked; each open one can be ended. */
export function MySessions() {
  const translate = useTranslate();
  const changed = useChanged();
  return (
    <List<Row>
      label={translate("account.sessions")}
      source={mySessions}
      id={(session) => session.id}
      empty={translate("account.no-sessions")}
      columns={[
        { title: translate("session.started"), cell: (s) => showTime(s.startedAt), main: true, nowrap: true },
        { title: translate("session.seen"), cell: (s) => showTime(s.seenAt), nowrap: true },
        { title: translate("session.where"), cell: (s) => [s.ip, browserName(s.browser)].filter(Boolean).join(" · ") },
        {
          title: translate("field.status"),
          cell: (s) => <SessionEnd session={s} onEnded={() => void changed(mySessions.queryKey)} />,
        },
      ]}
    />
  );
}

/** Whether a session is this one, open, or over; an open one can be ended. */
export function SessionEnd({ session, onEnded }: { session: Row; onEnded: () => void }) {
  const translate = useTranslate();
  const end = useMutation({
    mutationFn: () => api.post("/api/access/sessions/{id}/end", { path: { id: session.id } }),
    onSettled: onEnded,
  });
  if (session.isThisOne) return <Chip size="small" label={translate("session.this")} />;
  if (session.state !== "open") return <>{translate(`session.${session.state}`)}</>;
  return (
    <>
      <Button size="small" onClick={() => end.mutate()}>
        {translate("session.end")}
      </Button>
      <Refusal error={end.error} />
    </>
  );
}
