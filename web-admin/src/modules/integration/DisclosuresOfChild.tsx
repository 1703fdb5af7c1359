import { Box, Button, Link as Anchor, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { disclosuresOfChildQuery } from "./api/disclosures";
import { useMay } from "../../app/core/me";
import { showDate } from "../../ui/dates";
import { Empty, Failure, Loading, Panel } from "../../ui/Page";

/** [27] Who received what about this child, when and on what ground. */
export function DisclosuresOfChild({ childId }: { childId: string }) {
  const translate = useTranslate();
  const mayRegister = useMay("register-disclosures");
  const mayReadJournal = useMay("read-journal");
  const given = useQuery(disclosuresOfChildQuery(childId));
  return (
    <Panel title={translate("disclosure.of-child")}>
      {given.isPending && <Loading />}
      {given.isError && <Failure error={given.error} again={() => void given.refetch()} />}
      {given.data?.length === 0 && <Empty>{translate("disclosure.none")}</Empty>}
      {given.data?.map(({ row, askedBy, ground, givenTo }) => (
        <Box key={row.id} sx={{ py: 1, borderBottom: 1, borderColor: "divider" }}>
          <Anchor component={Link} to={`/disclosures/${row.id}`}>
            {row.number}
          </Anchor>
          <Typography sx={{ overflowWrap: "anywhere" }}>
            {[translate(`disclosure-status.${row.status}`), askedBy, ground, row.givenOn && `${showDate(row.givenOn)} ${givenTo ?? ""}`]
              .filter(Boolean)
              .join(" · ")}
          </Typography>
        </Box>
      ))}
      <Box sx={{ display: "flex", gap: 1, mt: 1.5, flexWrap: "wrap" }}>
        {mayRegister && (
          <Button variant="outlined" component={Link} to={`/disclosures/new?child=${childId}`}>
            {translate("disclosure.register")}
          </Button>
        )}
        {mayReadJournal && (
          <Button component={Link} to={`/journal/child/${childId}`}>
            {translate("journal.of-child")}
          </Button>
        )}
      </Box>
    </Panel>
  );
}
