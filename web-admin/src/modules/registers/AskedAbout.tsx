import { Box, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { exchanges, knownAsksQuery } from "./api/ofChild";
import { showTime } from "../../ui/dates";
import { List } from "../../ui/List";
import { Empty, Failure, Loading, Panel } from "../../ui/Page";

/** [15.6, 18] Queries about this child: which registers we queried for which case, and which systems queried us. */
export function AskedAbout({ childId }: { childId: string }) {
  const translate = useTranslate();
  const asks = useQuery(knownAsksQuery(childId));
  return (
    <>
      <Panel title={translate("registers.asked-about")}>
        <List<Schemas["ExchangeView"]>
          label={translate("registers.asked-about")}
          source={exchanges(childId)}
          id={(row) => row.id}
          empty={translate("registers.never-asked")}
          columns={[
            { title: translate("registers.register"), cell: (row) => translate(`register.${row.kind}`), main: true },
            { title: translate("registers.when"), cell: (row) => showTime(row.at), nowrap: true },
            { title: translate("registers.answer"), cell: (row) => translate(`register-outcome.${row.outcome}`) },
            {
              title: translate("registers.who"),
              cell: (row) => (row.byTheBase ? translate("registers.by-the-base") : (row.askedBy ?? "—")),
            },
            { title: translate("registers.case"), cell: (row) => row.caseNumber, nowrap: true },
          ]}
        />
      </Panel>
      <Panel title={translate("registers.systems-asked")}>
        {asks.isPending && <Loading />}
        {asks.isError && <Failure error={asks.error} again={() => void asks.refetch()} />}
        {asks.data?.length === 0 && <Empty>{translate("registers.no-system-asked")}</Empty>}
        {asks.data?.map((a) => (
          <Box key={a.id} sx={{ py: 1, borderBottom: 1, borderColor: "divider" }}>
            <b>{a.system ?? "—"}</b> · {showTime(a.at)}
            <Typography sx={{ overflowWrap: "anywhere" }}>{a.ground}</Typography>
          </Box>
        ))}
      </Panel>
    </>
  );
}
