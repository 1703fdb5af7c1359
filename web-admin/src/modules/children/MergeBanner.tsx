import { Alert, AlertTitle, Box, Button, Typography } from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNotify, useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { api, type Schemas, etag } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { mergesQuery } from "./api/merges";
import { showDate } from "../../ui/dates";
import { Refusal } from "../../ui/Refusal";

type Merge = Schemas["MergeView"];

export const useMerges = (childId: string) => useQuery(mergesQuery(childId));

/** Shows on a card that another one was merged into it, or may be; the person who merged can undo it here until the period ends. */
export function MergeBanner({ childId }: { childId: string }) {
  const last = useMerges(childId).data?.findLast((m) => m.state === "asked" || m.state === "decided" || m.state === "done");
  if (!last) return null;
  return last.state === "done" ? <Done merge={last} childId={childId} /> : <Waiting merge={last} childId={childId} />;
}

function useMergeAct(merge: Merge, act: "undo" | "withdraw", done?: string) {
  const notify = useNotify();
  const changed = useChanged();
  return useMutation({
    mutationFn: () =>
      act === "undo"
        ? api.post("/api/children/merges/{id}/undo", { path: { id: merge.id }, version: etag(merge.version) })
        : api.post("/api/children/merges/{id}/withdraw", { path: { id: merge.id }, version: etag(merge.version) }),
    onSuccess: async () => {
      await changed(...caseChanges);
      if (done) notify(done, { type: "success" });
    },
  });
}

function Done({ merge, childId }: { merge: Merge; childId: string }) {
  const translate = useTranslate();
  const undo = useMergeAct(merge, "undo", translate("merge.undone"));
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      <AlertTitle>{translate("merge.state-done")}</AlertTitle>
      <Typography variant="body2">
        {translate(merge.canUndo ? "merge.done-by" : "merge.done-long-ago", {
          by: merge.doneBy ?? "",
          on: showDate(merge.doneOn),
          until: showDate(merge.undoUntil),
        })}
      </Typography>
      {merge.canUndo && (
        <Button sx={{ mt: 1 }} size="small" variant="outlined" disabled={undo.isPending} onClick={() => undo.mutate()}>
          {translate("merge.undo")}
        </Button>
      )}
      {merge.canSplit && (
        <Button sx={{ mt: 1 }} size="small" variant="outlined" component={Link} to={`/children/${childId}/split/${merge.id}`}>
          {translate("merge.split")}
        </Button>
      )}
      <Refusal error={undo.error} />
    </Alert>
  );
}

function Waiting({ merge, childId }: { merge: Merge; childId: string }) {
  const translate = useTranslate();
  const withdraw = useMergeAct(merge, "withdraw");
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <AlertTitle>{translate("merge.title")}</AlertTitle>
      <Typography variant="body2">{translate("merge.asked-by", { by: merge.askedBy ?? "", on: showDate(merge.askedOn) })}</Typography>
      <Typography variant="body2" sx={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {merge.reason}
      </Typography>
      {merge.state === "decided" && <Typography variant="body2">{translate("merge.decided-wait")}</Typography>}
      <Box sx={{ mt: 1, display: "flex", gap: 1, flexWrap: "wrap" }}>
        {merge.canMerge && merge.kept.id === childId && (
          <Button size="small" variant="contained" component={Link} to={`/children/${childId}/merge/${merge.other.id}`}>
            {translate("merge.open-compare")}
          </Button>
        )}
        {merge.canWithdraw && (
          <Button size="small" color="inherit" disabled={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {translate("merge.withdraw")}
          </Button>
        )}
      </Box>
      <Refusal error={withdraw.error} />
    </Alert>
  );
}
