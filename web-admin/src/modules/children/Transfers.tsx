import { Box } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { myTransfersQuery } from "./api/transfers";
import { Empty, Failure, Loading, Page, Panel } from "../../ui/Page";
import { TransferLine } from "./TransferLine";
import { Filter } from "../../ui/Filter";

/** Cases offered to me and by me. */
export function Transfers() {
  const translate = useTranslate();
  const [open, setOpen] = useState("true");
  const transfers = useQuery(myTransfersQuery(!!open));
  return (
    <Page title={translate("menu.transfers")}>
      <Box sx={{ mb: 2 }}>
        <Filter
          value={open}
          onChange={setOpen}
          all={translate("notices.all")}
          options={[{ value: "true", label: translate("transfer.open") }]}
          label={translate("field.status")}
        />
      </Box>
      <Panel>
        {transfers.isPending ? (
          <Loading />
        ) : transfers.isError ? (
          <Failure error={transfers.error} again={() => void transfers.refetch()} />
        ) : transfers.data.length === 0 ? (
          <Empty>{translate("transfer.none-mine")}</Empty>
        ) : (
          transfers.data.map((t) => <TransferLine key={t.id} transfer={t} named />)
        )}
      </Panel>
    </Page>
  );
}
