import { Button, Typography } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { api, type Schemas } from "../../api/client";
import { Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { Severity } from "../../ui/Severity";
import { AttachFile, type SentFile } from "../../ui/AttachFile";

type Mine = Schemas["MyMeasure"];

/** [16] Evidence files of a measure, running or finished. */
export function AddEvidence({ mine, onDone }: { mine: Mine; onDone: () => void }) {
  const translate = useTranslate();
  const say = useSay();
  const [sent, setSent] = useState<SentFile[]>([]);
  return (
    <Panel title={translate("measure.add-file")}>
      <Typography sx={{ mb: 1.5 }}>
        {say(mine.measure.text)} · {mine.childName} · {mine.number} <Severity value={mine.mark.severity} />
      </Typography>
      <SentEvidence files={[...mine.files, ...sent]} />
      <AttachFile
        draft={{ form: "attach-file", record: mine.measure.id, subject: mine.childId }}
        idPrefix="evidence-"
        secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
        send={async (body, idempotencyKey) => {
          await api.post("/api/plans/measures/{id}/evidence", { path: { id: mine.measure.id }, body, idempotencyKey });
          setSent((before) => [...before, body]);
        }}
      />
    </Panel>
  );
}

/** The files of a measure. */
export function SentEvidence({ files }: { files: readonly { name: string; title: string }[] }) {
  const translate = useTranslate();
  if (files.length === 0) return null;
  return (
    <>
      <Typography variant="h3" sx={{ mt: 3, mb: 1 }}>
        {translate("measure.files")}
      </Typography>
      {files.map((file, i) => (
        <Typography key={i} sx={{ overflowWrap: "anywhere" }}>
          {file.title} · {file.name}
        </Typography>
      ))}
    </>
  );
}
