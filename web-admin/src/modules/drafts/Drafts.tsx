import { Box, Button } from "@mui/material";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { pagesOf } from "../../app/core/api/pages";
import { drafts } from "./api/drafts";
import { Empty, Failure, Loading, Page, Panel } from "../../ui/Page";
import { DraftRows } from "./DraftRows";

/** All of one's own unsent forms. */
export function Drafts() {
  const translate = useTranslate();
  return (
    <Page title={translate("draft.list")}>
      <Panel>
        <All />
      </Panel>
    </Page>
  );
}

function All() {
  const translate = useTranslate();
  const pages = useInfiniteQuery({
    ...pagesOf(drafts),
    // what was typed a moment ago on another screen is there
    staleTime: 0,
  });
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  const rows = pages.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Empty>{translate("draft.none")}</Empty>;
  return (
    <>
      <DraftRows rows={rows} />
      {pages.hasNextPage && (
        <Box sx={{ textAlign: "center", pt: 2 }}>
          <Button onClick={() => void pages.fetchNextPage()} disabled={pages.isFetchingNextPage}>
            {translate("list.more")}
          </Button>
        </Box>
      )}
    </>
  );
}
