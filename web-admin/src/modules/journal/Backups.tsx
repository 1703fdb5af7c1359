import { Alert } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { backups } from "./api/journal";
import { showTime } from "../../ui/dates";
import { sizeOf } from "../../ui/FileField";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";

/** [5.admin] Backups, each with its test restore. */
export function Backups() {
  const translate = useTranslate();
  return (
    <Page title={translate("menu.backups")}>
      <Alert severity="info" sx={{ mb: 2 }}>
        {translate("backup.help")}
      </Alert>
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Schemas["BackupRow"]>
          label={translate("menu.backups")}
          source={backups}
          id={(row) => row.id}
          empty={translate("backup.none")}
          columns={[
            { title: translate("backup.file"), cell: (row) => row.file, main: true },
            { title: translate("backup.what"), cell: (row) => translate(`backup-kind.${row.kind}`) },
            { title: translate("journal.at"), cell: (row) => showTime(row.at), nowrap: true },
            { title: translate("backup.size"), cell: (row) => sizeOf(row.size, translate), nowrap: true },
            {
              title: translate("backup.tried"),
              cell: (row) => (row.verifiedAt ? showTime(row.verifiedAt) : `${translate("backup.failed")}: ${row.problem}`),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
