import { Alert, Button, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { useParams } from "react-router-dom";
import { api } from "../../api/client";
import { showDate, showTime } from "../../ui/dates";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { ReportTable } from "./ReportTable";

/** A frozen report: printed again it is the same; its hash shows that nobody changed it. */
export function FrozenPage() {
  const { id = "" } = useParams();
  const translate = useTranslate();
  const stored = useQuery({
    queryKey: ["frozen", id],
    queryFn: async () => (await api.get("/api/reporting/frozen/{id}", { path: { id } })).data,
  });
  if (stored.isPending) return <Loading />;
  if (stored.isError) return <Failure error={stored.error} again={() => void stored.refetch()} />;
  const { asked, answer } = stored.data.content;
  return (
    <Page
      title={`${translate(`report.${answer.report}`)} · ${stored.data.number}`}
      subtitle={`${showDate(asked.from)} – ${showDate(asked.to)} [${answer.clause}] · ${showTime(stored.data.at)} · ${stored.data.by ?? ""}`}
      actions={
        <Button variant="contained" onClick={() => window.print()} sx={{ "@media print": { display: "none" } }}>
          {translate("report.print")}
        </Button>
      }
    >
      {!stored.data.isWhole && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {translate("frozen.changed")}
        </Alert>
      )}
      <Panel>
        <ReportTable report={answer} />
        <Typography variant="caption" color="text.secondary" sx={{ display: "block", mt: 2, overflowWrap: "anywhere" }}>
          SHA-256: {stored.data.hash}
        </Typography>
      </Panel>
    </Page>
  );
}
