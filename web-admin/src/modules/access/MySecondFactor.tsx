import { Alert, Box, Button, Typography } from "@mui/material";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { ApiError, api } from "../../api/client";
import { meQuery } from "../../app/core/api/me";
import { useChanged } from "../../app/core/api/keys";
import { useMe } from "../../app/core/me";
import { showTime } from "../../ui/dates";
import { Form } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { createPasskey, passkeysWork } from "./passkeys";
import { RecoveryCodes } from "./RecoveryCodes";

/** One's own second factor: further devices, recovery codes; both need the password again. */
export function MySecondFactor() {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const { secondFactor: factor } = useMe();
  const [codes, setCodes] = useState<readonly string[]>();
  const [refused, setRefused] = useState<string>();
  const renew = useForm({ defaultValues: { password: "" } });
  const device = useForm({ defaultValues: { password: "" } });
  const refresh = () => changed(meQuery.queryKey);
  if (!factor.enrolled) return <Typography color="textSecondary">{translate("second-factor.at-sign-in")}</Typography>;
  if (codes) return <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />;

  const remove = async (id: string) => {
    setRefused(undefined);
    try {
      await api.delete("/api/access/me/passkeys/{id}", { path: { id } });
      await refresh();
    } catch (error) {
      if (error instanceof ApiError) setRefused(error.problem.title);
      else throw error;
    }
  };
  const add = async ({ password }: { password: string }) => {
    setRefused(undefined);
    const question = (await api.post("/api/access/me/passkeys/question")).data;
    const passkey = await createPasskey(question).catch(() => null);
    if (!passkey) {
      setRefused(translate("passkey.not-answered"));
      return;
    }
    await api.post("/api/access/me/passkeys", { body: { password, passkey } });
    device.reset();
    await refresh();
    notify(translate("passkey.added"), { type: "success" });
  };

  return (
    <Box sx={{ display: "grid", gap: 3 }}>
      {refused && (
        <Alert severity="error" role="alert">
          {refused}
        </Alert>
      )}
      <Box>
        <Typography variant="h3" sx={{ mb: 1 }}>
          {translate("passkey.mine")}
        </Typography>
        {factor.passkeys.length === 0 && <Typography color="textSecondary">{translate("passkey.none")}</Typography>}
        <Box component="ul" sx={{ listStyle: "none", p: 0, m: 0 }}>
          {factor.passkeys.map((key) => (
            <Box component="li" key={key.id} sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center", py: 0.5 }}>
              <Typography sx={{ flexGrow: 1 }}>
                {translate("passkey.since", { at: showTime(key.addedAt) })}
                {key.usedAt && ` · ${translate("passkey.used", { at: showTime(key.usedAt) })}`}
              </Typography>
              <Button size="small" onClick={() => void remove(key.id)}>
                {translate("passkey.remove")}
              </Button>
            </Box>
          ))}
        </Box>
        {passkeysWork() && (
          <Box sx={{ mt: 1.5 }}>
            <Form form={device} draft={null} idPrefix="passkey-" submit={translate("passkey.add")} send={add}>
              <Text name="password" type="password" label={translate("sign-in.password")} width={360} />
            </Form>
          </Box>
        )}
      </Box>
      <Box>
        <Typography variant="h3" sx={{ mb: 1 }}>
          {translate("recovery.codes")}
        </Typography>
        <Typography sx={{ mb: 1.5 }}>{translate("recovery.left", { smart_count: factor.recoveryCodes })}</Typography>
        <Form
          draft={null}
          form={renew}
          idPrefix="recovery-"
          submit={translate("recovery.make")}
          send={async (body) => {
            setCodes((await api.post("/api/access/me/recovery-codes", { body })).data.codes);
            renew.reset();
            await refresh();
          }}
        >
          <Text name="password" type="password" label={translate("sign-in.password")} width={360} />
        </Form>
      </Box>
    </Box>
  );
}
