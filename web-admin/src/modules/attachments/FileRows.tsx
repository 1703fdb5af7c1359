import { Box, Button, Chip, Link, Typography } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, etag, type Schemas } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { useConfirmation } from "../../ui/Confirmation";
import { showTime } from "../../ui/dates";
import { sizeOf } from "../../ui/FileField";
import { Form } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { Refusal } from "../../ui/Refusal";
import { Opened } from "../../ui/Opened";
import { FormButton } from "../../ui/drafts/FormButton";

type Attachment = Schemas["AttachmentView"];

export function FileRows({ files, canEdit, where }: { files: readonly Attachment[]; canEdit: boolean; where?: boolean }) {
  return (
    <Box component="ul" sx={{ listStyle: "none", p: 0, m: 0 }}>
      {files.map((file) => (
        <FileRow key={file.id} file={file} canEdit={canEdit} where={where} />
      ))}
    </Box>
  );
}

/** A file with who attached it; opened by downloading it, never shown here. */
function FileRow({ file, canEdit, where }: { file: Attachment; canEdit: boolean; where?: boolean }) {
  const translate = useTranslate();
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <Box component="li" sx={{ py: 1.25, borderBottom: 1, borderColor: "divider" }}>
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", alignItems: "center" }}>
        <Typography sx={{ fontWeight: 600, textDecoration: file.withdrawnAt ? "line-through" : undefined, overflowWrap: "anywhere" }}>
          {file.title}
        </Typography>
        {where && <Chip size="small" variant="outlined" label={translate(`attached-to.${file.to}`)} />}
        {file.withdrawnAt && <Chip size="small" color="warning" variant="outlined" label={translate("file.withdrawn")} />}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: "anywhere" }}>
        {[file.name, sizeOf(file.size, translate), showTime(file.addedAt), file.addedBy].filter(Boolean).join(" · ")}
      </Typography>
      {file.withdrawnAt ? (
        <Box sx={{ display: "flex", gap: 2, alignItems: "center", flexWrap: "wrap" }}>
          <Typography variant="body2">
            {[showTime(file.withdrawnAt), file.withdrawnBy, file.withdrawal].filter(Boolean).join(" · ")}
          </Typography>
          {canEdit && <TakeBack file={file} />}
        </Box>
      ) : (
        <Box sx={{ display: "flex", gap: 2, alignItems: "center", mt: 0.5 }}>
          <Link href={`/api/children/attachments/${file.id}/file`} download aria-label={`${translate("file.save")}: ${file.title}`}>
            {translate("file.save")}
          </Link>
          {canEdit && !withdrawing && (
            <FormButton draft={`withdraw-file.${file.id}`} size="small" color="inherit" onOpen={() => setWithdrawing(true)}>
              {translate("file.withdraw")}
            </FormButton>
          )}
        </Box>
      )}
      {withdrawing && (
        <Opened>
          <Withdraw file={file} onDone={() => setWithdrawing(false)} />
        </Opened>
      )}
    </Box>
  );
}

/** Restores a file that was withdrawn in error. */
function TakeBack({ file }: { file: Attachment }) {
  const translate = useTranslate();
  const changed = useChanged();
  const takeBack = useMutation({
    mutationFn: () => api.post("/api/children/attachments/{id}/take-back", { path: { id: file.id }, version: etag(file.version) }),
    onSuccess: () => changed(...caseChanges),
  });
  return (
    <>
      <Button size="small" color="inherit" onClick={() => takeBack.mutate()}>
        {translate("file.take-back")}
      </Button>
      <Refusal error={takeBack.error} />
    </>
  );
}

function Withdraw({ file, onDone }: { file: Attachment; onDone: () => void }) {
  const translate = useTranslate();
  const changed = useChanged();
  const form = useForm({ defaultValues: { reason: "" } });
  const { ask, dialog } = useConfirmation();
  const path = { id: file.id };
  return (
    <Form
      draft={{ form: "withdraw-file", record: file.id }}
      form={form}
      idPrefix={`withdraw-${file.id}-`}
      submit={translate("file.withdraw")}
      secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
      send={async ({ reason }) => {
        const did = await ask(
          translate("file.withdraw"),
          () => api.get("/api/children/attachments/{id}/consequences", { path }),
          (confirm, idempotencyKey) =>
            api.post("/api/children/attachments/{id}/withdraw", {
              path,
              body: { reason, confirm },
              version: etag(file.version),
              idempotencyKey,
            }),
        );
        if (!did) return false;
        onDone();
        await changed(...caseChanges);
      }}
    >
      <Text name="reason" label={translate("file.withdraw-why")} help={translate("file.withdraw-help")} />
      {dialog}
    </Form>
  );
}
