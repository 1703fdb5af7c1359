import { Box, Button, Typography } from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, etag, type Schemas } from "../../api/client";
import { useChanged } from "../../app/core/api/keys";
import { sealedReadersQuery } from "./api/accounts";
import { showTime } from "../../ui/dates";
import { Form, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { Pick } from "../../ui/Pick";
import { Empty, Failure, Loading, Panel } from "../../ui/Page";
import { Refusal } from "../../ui/Refusal";

/** The named persons of the authorised body who may open the records of adopted children: one person names, another confirms. */
export function SealedReaders() {
  const translate = useTranslate();
  const readers = useQuery(sealedReadersQuery);
  return (
    <Panel title={translate("sealed-readers.title")}>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>
        {translate("sealed-readers.help")}
      </Typography>
      {readers.isPending ? (
        <Loading />
      ) : readers.isError ? (
        <Failure error={readers.error} again={() => void readers.refetch()} />
      ) : (
        <>
          {readers.data.items.length === 0 && <Empty>{translate("sealed-readers.none")}</Empty>}
          {readers.data.items.map((r) => (
            <Reader key={r.id} reader={r} />
          ))}
          <NameReader candidates={readers.data.candidates} />
        </>
      )}
    </Panel>
  );
}

function Reader({ reader: r }: { reader: Schemas["SealedReaderRow"] }) {
  const translate = useTranslate();
  const changed = useChanged();
  const settle = {
    onSettled: () => changed(sealedReadersQuery.queryKey),
  };
  const sent = { path: { id: r.id }, version: etag(r.version) };
  const confirm = useMutation({ mutationFn: () => api.post("/api/access/sealed-readers/{id}/confirm", sent), ...settle });
  const end = useMutation({ mutationFn: () => api.post("/api/access/sealed-readers/{id}/end", sent), ...settle });
  const state = r.endedAt ? "ended" : r.confirmedAt ? "in-force" : "named";
  return (
    <Box sx={{ py: 1.25, borderBottom: 1, borderColor: "divider" }}>
      <Typography sx={{ fontWeight: 600 }}>
        {r.name} · {translate(`sealed-readers.${state}`)}
      </Typography>
      <Typography>{r.reason}</Typography>
      <Typography variant="body2" color="textSecondary">
        {[
          translate("sealed-readers.named-by", { name: r.namedBy ?? "—", at: showTime(r.namedAt) }),
          r.confirmedAt && translate("sealed-readers.confirmed-by", { name: r.confirmedBy ?? "—", at: showTime(r.confirmedAt) }),
          r.endedAt && translate("sealed-readers.ended-at", { at: showTime(r.endedAt) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Typography>
      {r.canConfirm && (
        <Button size="small" variant="outlined" onClick={() => confirm.mutate()}>
          {translate("sealed-readers.confirm")}
        </Button>
      )}
      {!r.endedAt && (
        <Button size="small" color="error" onClick={() => end.mutate()}>
          {translate("sealed-readers.end")}
        </Button>
      )}
      <Refusal error={confirm.error ?? end.error} />
    </Box>
  );
}

function NameReader({ candidates }: { candidates: readonly Schemas["SealedReaderCandidate"][] }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm({ defaultValues: { specialistId: "", reason: "" } });
  return (
    <Box sx={{ mt: 2 }}>
      <Form
        draft={{ form: "sealed-reader", record: "new" }}
        form={form}
        idPrefix="sealed-reader-"
        submit={translate("sealed-readers.name")}
        send={async (body, idempotencyKey) => {
          await api.post("/api/access/sealed-readers", { body, idempotencyKey });
          notify(translate("form.saved"), { type: "success" });
          form.reset();
          await changed(sealedReadersQuery.queryKey);
        }}
      >
        <Stack>
          <Pick
            name="specialistId"
            label={translate("sealed-readers.person")}
            options={candidates.map((c) => ({ value: c.specialistId, label: c.name }))}
          />
          <Text name="reason" label={translate("sealed-readers.reason")} lines={2} />
        </Stack>
      </Form>
    </Box>
  );
}
