import { Box, Button, Chip, Link as Anchor, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { unusualUseQuery } from "./api/journal";
import { showDate } from "../../ui/dates";
import { Empty, Failure, Loading, Page, Panel } from "../../ui/Page";

/** [28] Use in the last 30 days that needs a look. */
export function UnusualUse() {
  const translate = useTranslate();
  const unusual = useQuery(unusualUseQuery);
  return (
    <Page
      title={translate("journal.unusual")}
      subtitle={translate("journal.unusual-help")}
      actions={
        <Button component={Link} to="/journal">
          {translate("menu.journal")}
        </Button>
      }
    >
      <Panel>
        {unusual.isPending && <Loading />}
        {unusual.isError && <Failure error={unusual.error} again={() => void unusual.refetch()} />}
        {unusual.data?.length === 0 && <Empty>{translate("journal.nothing-unusual")}</Empty>}
        {unusual.data?.map((use) => (
          <Box
            key={`${use.on}-${use.kind}-${use.accountId}`}
            sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", alignItems: "center", py: 1, borderBottom: 1, borderColor: "divider" }}
          >
            <Typography sx={{ width: 92 }}>{showDate(use.on)}</Typography>
            <Chip size="small" color="warning" variant="outlined" label={translate(`unusual.${use.kind}`, { count: use.count })} />
            <Anchor component={Link} to={`/journal?account=${use.accountId}&from=${use.on}&to=${use.on}`}>
              {use.fullName} ({use.login})
            </Anchor>
          </Box>
        ))}
      </Panel>
    </Page>
  );
}
