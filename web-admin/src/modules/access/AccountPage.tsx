import { Box, Button, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useParams } from "react-router-dom";
import { api } from "../../api/client";
import { useChanged } from "../../app/core/api/keys";
import { accessChanges, accountQuery } from "./api/accounts";
import { Form, Stack } from "../../ui/Form";
import { useConfirmation } from "../../ui/Confirmation";
import { Check, Text } from "../../ui/fields";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { Refusal, useAct } from "../../ui/Refusal";
import { AccessFields, accessOf } from "./AccessFields";
import { AccountStatus } from "./AccountList";
import { Sessions } from "./Sessions";

/** An access: its parameters, suspension with a reason, a new password, its sessions [15.1, 15.2]. Whatever grants something waits for another person. */
export function AccountPage() {
  const { id = "" } = useParams();
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const account = useQuery(accountQuery(id));
  const access = account.data?.data.access;
  const form = useForm({
    values: useMemo(
      () => ({
        role: access?.role ?? "holder",
        territory: access?.territory ?? "",
        validFrom: access?.validFrom ?? "",
        validUntil: access?.validUntil ?? "",
        requiredCourse: access?.requiredCourse ?? null,
      }),
      [access],
    ),
  });
  const suspension = useForm({ defaultValues: { reason: "" } });
  const reset = useForm({ defaultValues: { forgetSecondFactor: false } });
  const { ask, dialog } = useConfirmation();
  const { act, error } = useAct();
  if (account.isPending) return <Loading />;
  if (account.isError)
    return (
      <Page title={translate("menu.accounts")}>
        <Failure error={account.error} />
      </Page>
    );
  const { data: a, version } = account.data;
  const consequences = () => api.get("/api/access/accounts/{id}/consequences", { path: { id } });
  const done = async (text: string) => {
    await changed(...accessChanges);
    notify(translate(text), { type: "success" });
  };
  const resume = () =>
    act(async () => {
      await api.post("/api/access/accounts/{id}/resume", { path: { id }, version });
      await done("account.resumed");
    });
  return (
    <Page
      title={a.login}
      subtitle={
        <>
          {a.fullName}, {a.position} · <AccountStatus status={a.status} />
        </>
      }
    >
      <Panel title={translate("account.parameters")}>
        <Form
          draft={{ form: "account", record: id }}
          form={form}
          strip="access."
          idPrefix="access-"
          submit={translate("form.save")}
          send={async (values) => {
            let asked: string | null | undefined;
            const did = await ask(translate("account.save-access"), consequences, async (confirm) => {
              const body = { access: accessOf(values), confirm };
              asked = (await api.put("/api/access/accounts/{id}", { path: { id }, body, version })).data.requestId;
            });
            if (did) await done(asked ? "access-request.sent" : "form.saved");
          }}
        >
          <AccessFields />
        </Form>
      </Panel>
      <Panel title={translate("account.suspension")}>
        {a.status === "suspended" ? (
          <Box>
            <Typography sx={{ mb: 1.5 }}>{a.suspendReason}</Typography>
            <Button variant="contained" onClick={resume}>
              {translate("account.resume")}
            </Button>
            <Refusal error={error} />
          </Box>
        ) : (
          <Form
            draft={{ form: "suspend-account", record: id }}
            form={suspension}
            idPrefix="suspend-"
            submit={translate("account.suspend")}
            send={async ({ reason }) => {
              const did = await ask(translate("account.suspend"), consequences, (confirm, idempotencyKey) =>
                api.post("/api/access/accounts/{id}/suspend", { path: { id }, body: { reason, confirm }, version, idempotencyKey }),
              );
              if (!did) return false;
              suspension.reset();
              await done("account.suspended");
            }}
          >
            <Text name="reason" label={translate("account.reason")} />
          </Form>
        )}
      </Panel>
      <Panel title={translate("account.reset-password")}>
        <Form
          draft={null}
          form={reset}
          idPrefix="reset-"
          submit={translate("account.reset-password")}
          send={async ({ forgetSecondFactor }) => {
            const did = await ask(translate("account.reset-password"), consequences, (confirm, idempotencyKey) => {
              const body = { forgetSecondFactor, confirm };
              return api.post("/api/access/accounts/{id}/reset-password", { path: { id }, body, version, idempotencyKey });
            });
            if (did) await done("access-request.sent");
          }}
        >
          <Stack>
            <Typography color="textSecondary">{translate("account.reset-help")}</Typography>
            {a.secondFactor && <Check name="forgetSecondFactor" label={translate("account.forget-second-factor")} />}
          </Stack>
        </Form>
      </Panel>
      <Panel title={translate("account.sessions")}>
        <Sessions sessions={a.sessions} onEnded={() => void changed(accountQuery(id).queryKey)} />
      </Panel>
      {dialog}
    </Page>
  );
}
