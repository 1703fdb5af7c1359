import { Box, Link } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { NavLink } from "react-router-dom";
import { lastDraftsQuery } from "./api/drafts";
import { Loading, Panel } from "../../ui/Page";
import { DraftRows } from "./DraftRows";

const shown = 3;

/** Above the home page: the most recent unsent forms. The page waits for them, so that nothing moves under the pointer. */
export default function Unfinished({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  const drafts = useQuery(lastDraftsQuery(shown));
  if (drafts.isPending) return <Loading />;
  return (
    <>
      {!!drafts.data?.items.length && (
        <Box sx={{ p: { xs: 1.5, md: 3 }, pb: "0 !important", maxWidth: 1280 }}>
          <Panel title={translate("draft.list")} sx={{ mb: 0 }}>
            <DraftRows rows={drafts.data.items} />
            {drafts.data.next && (
              <Link component={NavLink} to="/drafts" sx={{ display: "inline-block", mt: 1 }}>
                {translate("draft.all")}
              </Link>
            )}
          </Panel>
        </Box>
      )}
      {children}
    </>
  );
}
