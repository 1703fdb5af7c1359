import { Box, Button, Link as Anchor, Typography } from "@mui/material";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { api, type Schemas, etag } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { pagesOf } from "../../app/core/api/pages";
import { mergesWaiting } from "./api/merges";
import { showDate } from "../../ui/dates";
import { Empty, Failure, Loading, Page, Panel } from "../../ui/Page";
import { useTerritoryName } from "../../ui/reference";
import { Refusal } from "../../ui/Refusal";
import { Severity } from "../../ui/Severity";

type Merge = Schemas["MergeView"];

/** The authorised body, which edits nothing, decides whether two cards belong to one child and which district keeps the card [7.central]. */
export function MergesWaiting() {
  const translate = useTranslate();
  const pages = useInfiniteQuery(pagesOf(mergesWaiting));
  const merges = pages.data?.pages.flatMap((page) => page.items);
  return (
    <Page title={translate("menu.merges")}>
      {pages.isPending && <Loading />}
      {pages.isError && <Failure error={pages.error} again={() => void pages.refetch()} />}
      {merges?.length === 0 && <Empty>{translate("merge.waiting-empty")}</Empty>}
      {merges?.map((merge) => (
        <Waiting key={merge.id} merge={merge} />
      ))}
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()}>{translate("list.more")}</Button>}
    </Page>
  );
}

function Waiting({ merge }: { merge: Merge }) {
  const translate = useTranslate();
  const changed = useChanged();
  const decide = useMutation({
    mutationFn: (keepId: string | null) =>
      api.post("/api/children/merges/{id}/decide", {
        path: { id: merge.id },
        body: { sameChild: keepId !== null, keepId },
        version: etag(merge.version),
      }),
    onSuccess: () => changed(...caseChanges),
  });
  return (
    <Panel>
      <Typography>{translate("merge.asked-by", { by: merge.askedBy ?? "", on: showDate(merge.askedOn) })}</Typography>
      <Typography sx={{ mb: 1.5, whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{merge.reason}</Typography>
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" } }}>
        {[merge.kept, merge.other].map((card) => (
          <OneCard key={card.id} card={card} decide={merge.canDecide ? () => decide.mutate(card.id) : undefined} waits={decide.isPending} />
        ))}
      </Box>
      {merge.state === "decided" && <Typography sx={{ mt: 1.5 }}>{translate("merge.decided-wait")}</Typography>}
      {merge.canDecide && (
        <Button sx={{ mt: 1.5 }} variant="outlined" disabled={decide.isPending} onClick={() => decide.mutate(null)}>
          {translate("merge.different")}
        </Button>
      )}
      <Refusal error={decide.error} />
    </Panel>
  );
}

function OneCard({ card, decide, waits }: { card: Schemas["MergedCardView"]; decide?: () => void; waits: boolean }) {
  const translate = useTranslate();
  const territory = useTerritoryName();
  return (
    <Box>
      <Typography sx={{ fontWeight: 600, overflowWrap: "anywhere" }}>
        {card.name ? (
          <Anchor component={Link} to={`/children/${card.id}`}>
            {card.name}
          </Anchor>
        ) : (
          translate("merge.hidden")
        )}
      </Typography>
      <Typography>{[card.number, territory(card.territory), card.mark?.responsible].filter(Boolean).join(" · ")}</Typography>
      <Severity value={card.mark?.severity} />
      {decide && (
        <Button sx={{ mt: 1 }} size="small" variant="contained" disabled={waits} onClick={decide}>
          {translate("merge.keep-this")}
        </Button>
      )}
    </Box>
  );
}
