import { Box } from "@mui/material";
import { useTranslate } from "react-admin";
import { api, type Schemas } from "../../api/client";
import { AttachFile } from "../../ui/AttachFile";
import { Panel } from "../../ui/Page";
import { FileRows } from "./FileRows";

/** The files that came with a signal; new ones are attached until it is processed. */
export function SignalFiles({ signal: s, mayEdit }: { signal: Schemas["GetSignalResponse"]; mayEdit: boolean }) {
  const translate = useTranslate();
  const canEdit = mayEdit && s.status === "new";
  if (s.attachments.length === 0 && !canEdit) return null;
  return (
    <Panel title={translate("card.documents")}>
      <FileRows files={s.attachments} canEdit={canEdit} />
      {canEdit && (
        <Box sx={{ mt: 2 }}>
          <AttachFile
            draft={{ form: "attach-file", record: s.id }}
            send={(body, idempotencyKey) =>
              api.post("/api/children/signals/{id}/attachments", { path: { id: s.id }, body, idempotencyKey })
            }
          />
        </Box>
      )}
    </Panel>
  );
}
