import { Box, Button, Link, Typography } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link as RouterLink } from "react-router-dom";
import { api } from "../../api/client";
import { useChanged } from "../../app/core/api/keys";
import { noticeChanges, notices } from "./api/notices";
import { showTime } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { Severity } from "../../ui/Severity";
import { Filter } from "../../ui/Filter";
import { NoticeChoices } from "./NoticeChoices";
import { placeOf } from "./placeOf";

/** Notices to me, newest first, and which kinds I want. */
export function Notices() {
  const translate = useTranslate();
  const changed = useChanged();
  const [unread, setUnread] = useState("");
  const read = async (ids?: string[]) => {
    await api.post("/api/access/notices/read", { body: { ids: ids ?? null } });
    await changed(...noticeChanges);
  };
  return (
    <Page
      title={translate("notices.title")}
      actions={
        <Button variant="outlined" onClick={() => void read()}>
          {translate("notices.read-all")}
        </Button>
      }
    >
      <Box sx={{ mb: 2 }}>
        <Filter
          value={unread}
          onChange={setUnread}
          all={translate("notices.all")}
          options={[{ value: "true", label: translate("notices.only-unread") }]}
          label={translate("field.status")}
        />
      </Box>
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List
          label={translate("notices.title")}
          source={notices(!!unread)}
          id={(n) => n.id}
          empty={translate("notices.none")}
          columns={[
            {
              title: translate("notices.what"),
              main: true,
              cell: (n) => (
                <>
                  <Severity value={n.severity} />{" "}
                  <Link component={RouterLink} to={placeOf(n)} onClick={() => void read([n.id])} sx={{ fontWeight: n.read ? 400 : 650 }}>
                    {n.text}
                  </Link>
                </>
              ),
            },
            { title: translate("notices.kind"), cell: (n) => translate(`notice-kind.${n.kind}`) },
            { title: translate("notices.when"), cell: (n) => showTime(n.at), nowrap: true },
            {
              title: translate("field.status"),
              cell: (n) =>
                n.read ? (
                  ""
                ) : (
                  <Typography component="span" sx={{ color: "error.main", fontSize: "inherit" }}>
                    {translate("notices.new")}
                  </Typography>
                ),
            },
          ]}
        />
      </Panel>
      <NoticeChoices />
    </Page>
  );
}
