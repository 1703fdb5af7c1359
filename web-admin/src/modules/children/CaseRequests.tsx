import { Box, Button, ToggleButton, ToggleButtonGroup } from "@mui/material";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { useSearchParams } from "react-router-dom";
import { pagesOf } from "../../app/core/api/pages";
import { caseRequests } from "./api/transfers";
import { Empty, Failure, Loading, Page, Panel } from "../../ui/Page";
import { CaseRequestLine } from "./CaseRequestLine";
import { Filter } from "../../ui/Filter";
import { caseRequestSideCodes } from "../../api/schemaCodes";

/** Requests for cases of this territory, and one's own requests for cases elsewhere; conflicts of numbers among them. */
export function CaseRequests() {
  const translate = useTranslate();
  const [params, setParams] = useSearchParams();
  const side = params.get("side") === "asker" ? "asker" : "holder";
  const open = params.get("open") !== "0";
  const go = (next: Record<string, string>) => setParams({ side, open: open ? "1" : "0", ...next }, { replace: true });
  const pages = useInfiniteQuery(pagesOf(caseRequests(side, open)));
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={translate("menu.case-requests")}>
      <Box sx={{ mb: 2, display: "flex", flexWrap: "wrap", gap: 1.5, alignItems: "center" }}>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={side}
          aria-label={translate("case-request.side")}
          sx={{ bgcolor: "background.paper" }}
          onChange={(_, value: string | null) => value && go({ side: value })}
        >
          {caseRequestSideCodes.map((value) => (
            <ToggleButton key={value} value={value}>
              {translate(`case-request.side-${value}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Filter
          value={open ? "1" : ""}
          onChange={(value) => go({ open: value || "0" })}
          all={translate("notices.all")}
          options={[{ value: "1", label: translate("case-request.open") }]}
          label={translate("field.status")}
        />
      </Box>
      <Panel>
        {pages.isPending ? (
          <Loading />
        ) : pages.isError ? (
          <Failure error={pages.error} again={() => void pages.refetch()} />
        ) : rows.length === 0 ? (
          <Empty>{translate(`case-request.none-${side}`)}</Empty>
        ) : (
          rows.map((r) => <CaseRequestLine key={r.id} request={r} />)
        )}
        {pages.hasNextPage && (
          <Button sx={{ mt: 1 }} onClick={() => void pages.fetchNextPage()}>
            {translate("list.more")}
          </Button>
        )}
      </Panel>
    </Page>
  );
}
