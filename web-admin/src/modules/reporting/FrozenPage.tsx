import { Alert, Box, Button, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useLocaleState, useTranslate } from "react-admin";
import { useParams } from "react-router-dom";
import { frozenQuery } from "./api/reports";
import { languages } from "../../app/core/i18n";
import { showDate, showTime } from "../../ui/dates";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { ReportTable } from "./ReportTable";

/** A frozen report: printed again it is the same; its hash proves that it is unchanged. */
export function FrozenPage() {
  const { id = "" } = useParams();
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const stored = useQuery(frozenQuery(id));
  if (stored.isPending) return <Loading />;
  if (stored.isError) return <Failure error={stored.error} again={() => void stored.refetch()} />;
  const { asked, answer, parts } = stored.data.content;
  const answers = parts ?? (answer ? [answer] : []);
  return (
    <Page
      title={`${translate(answer ? `report.${answer.report}` : "summary.title")} · ${stored.data.number}`}
      subtitle={`${showDate(asked.from)} – ${showDate(asked.to)} [${answer?.clause ?? "22.7"}] · ${showTime(stored.data.at)} · ${stored.data.by ?? ""}`}
      actions={
        <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", "@media print": { display: "none" } }}>
          {languages
            .filter((l) => l.locale !== "en")
            .map((l) => (
              <Button
                key={l.locale}
                variant={l.locale === locale || (locale === "en" && l.locale === "ky") ? "contained" : "outlined"}
                component="a"
                href={`/api/reporting/frozen/${id}/file?language=${l.locale}`}
                download
              >
                PDF · {l.name}
              </Button>
            ))}
          <Button onClick={() => window.print()}>{translate("report.print")}</Button>
        </Box>
      }
    >
      {!stored.data.isWhole && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {translate("frozen.changed")}
        </Alert>
      )}
      {answers.map((one) => (
        <Panel key={`${one.report}-${one.by}`} title={parts && `${translate(`report.${one.report}`)} · ${translate(`by.${one.by}`)}`}>
          <ReportTable report={one} />
        </Panel>
      ))}
      <Panel>
        <Typography variant="caption" color="textSecondary" sx={{ display: "block", overflowWrap: "anywhere" }}>
          SHA-256: {stored.data.hash}
        </Typography>
      </Panel>
    </Page>
  );
}
