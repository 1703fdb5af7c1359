import { Alert, Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { useParams } from "react-router-dom";
import { purgeQuery } from "./api/purges";
import { showDate, showTime } from "../../ui/dates";
import { Failure, Loading, Page, Panel } from "../../ui/Page";

/** [25.2] A purge's certificate, checked against the Base as it is now; printable. */
export function PurgePage() {
  const { id = "" } = useParams();
  const translate = useTranslate();
  const purge = useQuery(purgeQuery(id));
  if (purge.isPending) return <Loading />;
  if (purge.isError)
    return (
      <Page title={translate("menu.purges")}>
        <Failure error={purge.error} />
      </Page>
    );
  const p = purge.data;
  const lines = [
    [translate("field.number"), p.number],
    [translate("purge.ground"), translate(`purge-ground.${p.ground}`)],
    [translate("purge.due-on"), showDate(p.dueOn)],
    [translate("purge.started"), showTime(p.startedAt)],
    [translate("purge.completed"), p.completedAt ? showTime(p.completedAt) : translate("purge.running")],
    [translate("purge.fingerprint"), p.keyFingerprint || "—"],
  ] as const;
  return (
    <Page
      title={translate("purge.certificate")}
      actions={
        <Button variant="contained" onClick={() => window.print()} sx={{ "@media print": { display: "none" } }}>
          {translate("report.print")}
        </Button>
      }
    >
      {p.completedAt && (
        <Alert severity={p.broken.length === 0 ? "success" : "error"} sx={{ mb: 2 }}>
          {p.broken.length === 0
            ? translate("purge.holds")
            : `${translate("purge.broken")}: ${p.broken.map((what) => translate(`purge-store.${what}`)).join(", ")}`}
        </Alert>
      )}
      <Panel>
        <Box component="dl" sx={{ display: "grid", gridTemplateColumns: { xs: "1fr", sm: "220px 1fr" }, gap: 1, m: 0, mb: 3 }}>
          {lines.map(([label, value]) => (
            <Box key={label} sx={{ display: "contents" }}>
              <Typography component="dt" color="textSecondary">
                {label}
              </Typography>
              <Typography component="dd" sx={{ m: 0, fontWeight: 600, overflowWrap: "anywhere" }}>
                {value}
              </Typography>
            </Box>
          ))}
        </Box>
        <Table size="small" sx={{ maxWidth: 560 }} aria-label={translate("purge.removed")}>
          <TableHead>
            <TableRow>
              <TableCell>{translate("purge.store")}</TableCell>
              <TableCell>{translate("purge.what")}</TableCell>
              <TableCell align="right">{translate("purge.count")}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {p.counts.map((count) => (
              <TableRow key={`${count.store}.${count.what}`}>
                <TableCell>{translate(`purge-store.${count.store}`)}</TableCell>
                <TableCell>{translate(`purge-what.${count.what}`)}</TableCell>
                <TableCell align="right">{count.count}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        <Typography variant="caption" color="textSecondary" sx={{ display: "block", mt: 2, overflowWrap: "anywhere" }}>
          SHA-256: {p.hash}
        </Typography>
      </Panel>
    </Page>
  );
}
