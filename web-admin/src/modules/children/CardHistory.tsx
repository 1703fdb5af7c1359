import { Box, Button, Typography } from "@mui/material";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { api, type Schemas } from "../../api/client";
import { showTime } from "../../ui/dates";
import { Failure, Loading, Panel } from "../../ui/Page";
import { useItemValue } from "./ItemValue";

/** Who changed what when, before and after. */
export function CardHistory({ id, events }: { id: string; events: readonly Schemas["CaseEventView"][] }) {
  const translate = useTranslate();
  const say = useItemValue();
  const pages = useInfiniteQuery({
    queryKey: ["card-history", id],
    queryFn: async ({ pageParam }) =>
      (await api.get("/api/children/cards/{id}/history", { path: { id }, query: { cursor: pageParam } })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  return (
    <Panel>
      {events.map((event) => (
        <Typography key={event.at} sx={{ mb: 1 }}>
          <b>{showTime(event.at)}</b> {translate(`case-status.${event.status}`)} · {event.by}
        </Typography>
      ))}
      {pages.data.pages
        .flatMap((page) => page.items)
        .map((change) => (
          <Box key={change.id} sx={{ py: 1.5, borderTop: 1, borderColor: "divider" }}>
            <Typography sx={{ mb: 0.5 }}>
              <b>{showTime(change.at)}</b> {translate(`section.${change.section}`)} · {change.by}
            </Typography>
            <Box
              component="dl"
              sx={{ m: 0, display: "grid", gap: 0.25, gridTemplateColumns: { xs: "1fr", md: "200px 1fr" }, fontSize: 13.5 }}
            >
              {change.items.map((item) => (
                <Box key={item.item} sx={{ display: "contents" }}>
                  <Box component="dt" sx={{ color: "text.secondary" }}>
                    {translate(`item.${item.item}`, { _: item.item })}
                  </Box>
                  <Box component="dd" sx={{ m: 0, overflowWrap: "anywhere" }}>
                    {item.before && <del>{say(item.item, item.before)}</del>}{" "}
                    {item.after && <ins style={{ textDecoration: "none" }}>{say(item.item, item.after)}</ins>}
                  </Box>
                </Box>
              ))}
            </Box>
          </Box>
        ))}
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()}>{translate("list.more")}</Button>}
    </Panel>
  );
}
