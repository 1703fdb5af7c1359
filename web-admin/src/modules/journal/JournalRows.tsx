import { Box, Chip } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { showTime } from "../../ui/dates";
import type { Column } from "../../ui/List";
import { useName } from "../../ui/reference";

export type Entry = Schemas["JournalRow"];

/** The columns of every list of entries. */
export function useJournalColumns(): Column<Entry>[] {
  const translate = useTranslate();
  const name = useName();
  return [
    { title: translate("journal.at"), cell: (e) => showTime(e.at), nowrap: true },
    {
      title: translate("journal.who"),
      main: true,
      cell: (e) => (
        <>
          {e.login ? `${e.fullName ?? ""} (${e.login})` : translate(e.action === "PurgeSubject" ? "journal.base" : "journal.nobody")}
          {e.bodyKy && (
            <Box sx={{ color: "text.secondary", fontSize: 13, fontWeight: 400 }}>
              {name({ nameKy: e.bodyKy, nameRu: e.bodyRu ?? e.bodyKy })}
            </Box>
          )}
        </>
      ),
    },
    {
      title: translate("journal.what"),
      cell: (e) => (
        <>
          {translate(`journal-kind.${e.kind}`)}{" "}
          <Box component="code" sx={{ fontSize: 13 }}>
            {e.action}
          </Box>
        </>
      ),
    },
    { title: translate("journal.children"), cell: (e) => (e.children > 0 ? e.children : "") },
    { title: translate("journal.outcome"), cell: (e) => <Outcome status={e.outcome} />, nowrap: true },
    { title: translate("journal.from"), cell: (e) => e.ip ?? "", nowrap: true },
  ];
}

function Outcome({ status }: { status: number }) {
  const translate = useTranslate();
  // the caller left before the answer, nobody refused
  const interrupted = status === 499;
  const refused = status >= 400 && !interrupted;
  return (
    <Chip
      size="small"
      variant="outlined"
      color={refused ? "error" : "default"}
      label={`${translate(interrupted ? "journal.interrupted" : refused ? "journal.refused" : "journal.done")} ${status}`}
    />
  );
}
