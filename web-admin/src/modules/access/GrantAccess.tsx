import { Button, Typography } from "@mui/material";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useNavigate, useSearchParams } from "react-router-dom";
import { api } from "../../api/client";
import { accessChanges } from "./api/accounts";
import { useChanged } from "../../app/core/api/keys";
import { today } from "../../ui/dates";
import { Form, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { SpecialistPick } from "../../ui/SearchPick";
import { Page, Panel } from "../../ui/Page";
import { AccessFields, accessOf } from "./AccessFields";

/** [8, 15.2, 26] Requests access for a registered specialist; another person confirms it and is shown the first password. */
export function GrantAccess() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const changed = useChanged();
  const [params] = useSearchParams();
  const notify = useNotify();
  const chosen = params.get("specialist") ?? "";
  const form = useForm({
    defaultValues: {
      specialistId: chosen,
      login: "",
      access: { role: "holder", territory: "", validFrom: today(), validUntil: "", requiredCourse: null as string | null },
    },
  });
  return (
    <Page title={translate("account.grant")}>
      <Panel>
        <Form
          draft={{ form: "grant-access" }}
          form={form}
          submit={translate("account.grant")}
          secondary={<Button onClick={() => navigate("/accounts")}>{translate("form.back")}</Button>}
          send={async (values, key) => {
            await api.post("/api/access/accounts", {
              body: { specialistId: values.specialistId, login: values.login, access: accessOf(values.access) },
              idempotencyKey: key,
            });
            await changed(...accessChanges);
            notify(translate("access-request.sent"), { type: "success" });
            await navigate("/accounts");
          }}
        >
          <Stack>
            <Typography color="textSecondary">{translate("access-request.help")}</Typography>
            <SpecialistPick name="specialistId" label={translate("specialist.one")} />
            <Text name="login" label={translate("account.login")} help={translate("account.login-help")} width={320} />
            <AccessFields prefix="access." />
          </Stack>
        </Form>
      </Panel>
    </Page>
  );
}
