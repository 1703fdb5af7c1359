import { Button, Typography } from "@mui/material";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useNavigate } from "react-router-dom";
import { api } from "../../api/client";
import { Form, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { TerritoryPick } from "../../ui/TerritoryPick";
import { useName, useTerritoryName } from "../../ui/reference";

/** [11.3] The signal belongs to another territory: the holders there process it, by the same day. */
export function ForwardSignal({ id, version, onBack }: { id: string; version: string; onBack: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const name = useName();
  const territory = useTerritoryName();
  const form = useForm({ defaultValues: { territory: "", reason: "" } });
  return (
    <Form
      draft={{ form: "forward-signal", record: id }}
      form={form}
      idPrefix="forward-"
      submit={translate("signal.forward")}
      secondary={<Button onClick={onBack}>{translate("form.back")}</Button>}
      send={async (values, key) => {
        const body = { territory: values.territory ?? "", reason: values.reason };
        const { data } = await api.post("/api/children/signals/{id}/forward", { path: { id }, body, version, idempotencyKey: key });
        notify(
          translate(data.actor ? "signal.forwarded-without-holder" : "signal.forwarded", {
            territory: territory(body.territory),
            body: name(data.actor ?? undefined),
          }),
          { type: "success" },
        );
        void navigate("/signals");
      }}
    >
      <Stack>
        <Typography color="textSecondary">{translate("signal.forward-help")}</Typography>
        <TerritoryPick all name="territory" label={translate("signal.forward-to")} />
        <Text name="reason" label={translate("signal.forward-reason")} lines={2} />
      </Stack>
    </Form>
  );
}
