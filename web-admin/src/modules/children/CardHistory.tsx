import { Box, Button, Typography } from "@mui/material";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { pagesOf } from "../../app/core/api/pages";
import { cardHistory } from "./api/cards";
import { showTime } from "../../ui/dates";
import { Failure, Loading, Panel } from "../../ui/Page";
import { timeline } from "./history";
import { ItemChanges } from "./ItemChanges";

/** What happened to the case and who changed what, before and after: one timeline, newest first. */
export function CardHistory({ id, events }: { id: string; events: readonly Schemas["CaseEventView"][] }) {
  const translate = useTranslate();
  const pages = useInfiniteQuery(pagesOf(cardHistory(id)));
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  const moments = timeline(
    events,
    pages.data.pages.flatMap((page) => page.items),
    pages.hasNextPage,
  );
  return (
    <Panel>
      <Box component="ol" aria-label={translate("card.history")} sx={{ listStyle: "none", p: 0, m: 0 }}>
        {moments.map(({ at, by, event, change }) => (
          <Box component="li" key={change?.id ?? `${at}${event}`} sx={{ py: 1.25, borderBottom: 1, borderColor: "divider" }}>
            <Typography sx={{ mb: change ? 0.5 : 0 }}>
              <b>{showTime(at)}</b> {change ? translate(`section.${change.section}`) : <b>{translate(`case-status.${event}`)}</b>}
              {by && ` · ${by}`}
            </Typography>
            {change && <ItemChanges of={change.section} items={change.items} />}
          </Box>
        ))}
      </Box>
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()}>{translate("list.more")}</Button>}
    </Panel>
  );
}
