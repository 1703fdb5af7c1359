import { Alert, Box, Button, Typography } from "@mui/material";
import { useRef, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas } from "../../api/client";
import { referenceChanges } from "./api/reference";
import { useChanged } from "../../app/core/api/keys";
import { Form, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { Panel } from "../../ui/Page";

type Preview = Schemas["PreviewTerritoryImportResponse"];
type Line = Schemas["ImportedTerritory"];

/** Imports towns, aiyl aimaks and villages from a list: a preview is shown first, and its number of lines confirms the import. */
export function ImportTerritories({ onDone }: { onDone: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ name: string; csv: string }>();
  const [preview, setPreview] = useState<Preview>();
  const form = useForm({ defaultValues: { csv: "", confirm: "" } });
  const ready = preview && preview.wrong === 0;
  return (
    <Panel title={translate("territory.import")}>
      <Form
        draft={null}
        form={form}
        idPrefix="import-"
        submit={translate(ready ? "territory.import" : "territory.import-preview")}
        secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
        send={async ({ confirm }, idempotencyKey) => {
          const csv = file?.csv ?? "";
          if (!ready) {
            setPreview((await api.post("/api/access/territories/import/preview", { body: { csv } })).data);
            return;
          }
          const { data } = await api.post("/api/access/territories/import", { body: { csv, confirm }, idempotencyKey });
          await changed(...referenceChanges);
          notify(translate("territory.imported", { smart_count: data.added + data.changed }), { type: "success" });
          onDone();
        }}
      >
        <Stack>
          <Typography color="textSecondary">{translate("territory.import-help")}</Typography>
          <Box sx={{ display: "flex", gap: 1.5, alignItems: "center", flexWrap: "wrap" }}>
            <input
              ref={input}
              hidden
              type="file"
              aria-label={translate("territory.import")}
              accept=".csv,.txt,text/csv"
              onChange={(event) => {
                const chosen = event.target.files?.[0];
                setPreview(undefined);
                form.clearErrors();
                void chosen?.text().then((csv) => setFile({ name: chosen.name, csv }));
              }}
            />
            <Button variant="outlined" id="import-csv" onClick={() => input.current?.click()}>
              {translate("file.choose")}
            </Button>
            <Typography>{file?.name}</Typography>
          </Box>
          {preview && (
            <Alert severity={ready ? "info" : "warning"}>
              {translate("territory.import-counts", {
                added: preview.added,
                changed: preview.changed,
                unchanged: preview.unchanged,
                wrong: preview.wrong,
              })}
              <Lines lines={ready ? preview.renamed : preview.problems} />
            </Alert>
          )}
          {ready && <Text name="confirm" label={translate("confirm.type", { name: String(preview.lines) })} width={160} />}
        </Stack>
      </Form>
    </Panel>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  const translate = useTranslate();
  if (lines.length === 0) return null;
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {lines.map((l) => (
        <li key={l.line}>
          {translate("territory.import-line", { line: l.line })} {l.code} {l.nameKy}: {translate(`imported-line.${l.what}`)}
        </li>
      ))}
    </ul>
  );
}
