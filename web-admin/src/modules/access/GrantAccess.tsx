import { Alert, Button, Typography } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useNavigate, useSearchParams } from "react-router-dom";
import { api } from "../../api/client";
import { today } from "../../ui/dates";
import { Form, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { SpecialistPick } from "../../ui/SearchPick";
import { Page, Panel } from "../../ui/Page";
import { AccessFields, accessOf } from "./AccessFields";

/** [8, 15.2, 26] Access for a registered specialist; the first password is shown once. */
export function GrantAccess() {
  const translate = useTranslate();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [params] = useSearchParams();
  const [granted, setGranted] = useState<{ login: string; password: string }>();
  const chosen = params.get("specialist") ?? "";
  const form = useForm({
    defaultValues: {
      specialistId: chosen,
      login: "",
      access: { role: "holder", territory: "", validFrom: today(), validUntil: "", requiredCourse: null as string | null },
    },
  });
  if (granted)
    return (
      <Page title={translate("account.granted")}>
        <Panel>
          <Typography>
            {translate("account.login")}: <b data-testid="login">{granted.login}</b>
          </Typography>
          <Typography sx={{ my: 1 }}>
            {translate("account.first-password")}:{" "}
            <b data-testid="password" style={{ fontFamily: "monospace", fontSize: 18 }}>
              {granted.password}
            </b>
          </Typography>
          <Alert severity="warning">{translate("account.shown-once")}</Alert>
          <Button sx={{ mt: 2 }} variant="contained" onClick={() => navigate("/accounts")}>
            {translate("account.to-list")}
          </Button>
        </Panel>
      </Page>
    );
  return (
    <Page title={translate("account.grant")}>
      <Panel>
        <Form
          form={form}
          submit={translate("account.grant")}
          secondary={<Button onClick={() => navigate("/accounts")}>{translate("form.back")}</Button>}
          send={async (values, key) => {
            const { data } = await api.post("/api/access/accounts", {
              body: { specialistId: values.specialistId, login: values.login, access: accessOf(values.access) },
              idempotencyKey: key,
            });
            await queries.invalidateQueries();
            setGranted({ login: values.login, password: data.password });
          }}
        >
          <Stack>
            <SpecialistPick name="specialistId" label={translate("specialist.one")} />
            <Text name="login" label={translate("account.login")} help={translate("account.login-help")} width={320} />
            <AccessFields prefix="access." />
          </Stack>
        </Form>
      </Panel>
    </Page>
  );
}
