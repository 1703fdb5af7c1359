import { Alert, Box, Button, Divider, Link, Paper, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useSearchParams } from "react-router-dom";
import { ApiError, api, type Schemas } from "../../api/client";
import { signInWaysQuery } from "./api/accounts";
import { localAddress } from "../../app/core/localAddress";
import { Form, Stack } from "../../ui/Form";
import { chooseBeforeSignIn } from "../../app/core/language";
import { LanguageChoice } from "../../ui/LanguageChoice";
import { Text } from "../../ui/fields";
import { EnrolSecondFactor } from "./EnrolSecondFactor";
import { createPasskey, passkeysWork, signWithPasskey } from "./passkeys";
import { RecoveryCodes } from "./RecoveryCodes";

type Step = Schemas["SignInStep"];
type Values = { login: string; password: string; newPassword: string; repeat: string; code: string };

const home = "/auth/begin?to=/";
type LinkTo = { href: string; target?: string; rel?: string };

/** The steps of a sign-in, on its own page or over another one. */
export function SignInForm({
  enter,
  outside,
  elsewhere,
  idPrefix,
}: {
  enter: () => void;
  outside: string | null;
  elsewhere: LinkTo;
  idPrefix?: string;
}) {
  const translate = useTranslate();
  const form = useForm<Values>({ defaultValues: { login: "", password: "", newPassword: "", repeat: "", code: "" } });
  const [step, setStep] = useState<Step>("done");
  const [asked, setAsked] = useState<Schemas["SignInResponse"] | null>(null);
  const ways = useQuery(signInWaysQuery);
  // the outside provider has identified the person: the Base decides, and may require its own second factor
  const [fromOutside, setFromOutside] = useState(outside === "done");
  const [refused, setRefused] = useState<string | null>(outside && outside !== "done" ? `sign-in.outside-${outside}` : null);
  const judged = useRef(false);
  const asksNew = step === "change-password";
  const asksCode = step === "enter-code" || step === "enrol-second-factor";
  const enrols = step === "enrol-second-factor";

  const go = (answer: Schemas["SignInResponse"]) => {
    setAsked(answer);
    // codes that are shown only once must be saved first
    if (answer.next === "done" && !answer.recoveryCodes) enter();
    else setStep(answer.next);
  };

  useEffect(() => {
    if (!fromOutside || judged.current) return;
    judged.current = true;
    api.post("/api/access/sign-in/outside", { body: {} }).then(
      ({ data }) => go(data),
      (error: unknown) => {
        setFromOutside(false);
        setRefused(error instanceof ApiError && error.status !== 0 ? error.problem.title : "sign-in.outside-failed");
      },
    );
  });

  const send = async (values: Values) => {
    if (asksNew && values.newPassword !== values.repeat) {
      form.setError("repeat", { message: translate("sign-in.repeat-differs") });
      return;
    }
    const code = asksCode ? values.code.replace(/\s/g, "") : null;
    try {
      await post(values, { code });
    } catch (error) {
      if (error instanceof ApiError && error.problem.code === "sign-in.wrong-code") form.setError("code", { message: error.problem.title });
      else throw error;
    }
  };

  const post = async (values: Values, answer: { code?: string | null; passkey?: Schemas["PasskeyAnswer"] }) => {
    if (fromOutside) {
      go((await api.post("/api/access/sign-in/outside", { body: answer })).data);
      return;
    }
    const { data } = await api.post("/api/access/sign-in", {
      body: { login: values.login, password: values.password, newPassword: asksNew ? values.newPassword : null, ...answer },
    });
    // the first password is used up by now: the next step uses the new one
    if (asksNew) form.setValue("password", values.newPassword);
    go(data);
  };

  const answerByDevice = async (question: Schemas["PasskeyQuestion"]) => {
    setRefused(null);
    try {
      await post(form.getValues(), { passkey: await (enrols ? createPasskey(question) : signWithPasskey(question)) });
    } catch (error) {
      setRefused(error instanceof ApiError && error.status !== 0 ? error.problem.title : "passkey.not-answered");
      // a challenge is answered once: the next attempt needs a new one
      if (error instanceof ApiError && error.problem.code === "sign-in.wrong-code") await post(form.getValues(), {}).catch(() => undefined);
    }
  };

  return (
    <>
      {refused && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {translate(refused, { _: refused })}
        </Alert>
      )}
      {fromOutside && !asksCode && !asked?.recoveryCodes && <Typography role="status">{translate("sign-in.outside-checking")}</Typography>}
      {asked?.recoveryCodes && <RecoveryCodes codes={asked.recoveryCodes} onKept={enter} />}
      <Box sx={{ display: asked?.recoveryCodes || (fromOutside && !asksCode) ? "none" : "block" }}>
        <Form
          form={form}
          draft={null}
          idPrefix={idPrefix}
          send={send}
          submit={translate(asksNew ? "sign-in.set-password" : "sign-in.enter")}
        >
          <Stack>
            {!asksNew && !asksCode && (
              <>
                <Text name="login" autoFocus autoComplete="username" label={translate("sign-in.login")} />
                <Text name="password" type="password" label={translate("sign-in.password")} />
              </>
            )}
            {asksNew && (
              <>
                <Typography>{translate("sign-in.choose-password")}</Typography>
                <Text
                  name="newPassword"
                  type="password"
                  autoComplete="new-password"
                  label={translate("sign-in.new-password")}
                  help={translate("sign-in.password-rule")}
                />
                <Text name="repeat" type="password" autoComplete="new-password" label={translate("sign-in.repeat")} />
              </>
            )}
            {enrols && asked?.enrolment && <EnrolSecondFactor enrolment={asked.enrolment} />}
            {asksCode && (
              <Text
                name="code"
                autoComplete="one-time-code"
                label={translate("sign-in.code")}
                help={translate(enrols ? "sign-in.code-help" : "sign-in.code-or-recovery")}
                width={340}
              />
            )}
          </Stack>
        </Form>
        {asksCode && asked?.passkey && passkeysWork() && (
          <>
            <Divider sx={{ my: 2 }}>{translate("sign-in.or")}</Divider>
            <Button variant="outlined" fullWidth sx={{ textAlign: "center" }} onClick={() => void answerByDevice(asked.passkey!)}>
              {translate(enrols ? "passkey.enrol" : "passkey.use")}
            </Button>
          </>
        )}
        {ways.data?.outside && !asksNew && !asksCode && (
          <>
            <Divider sx={{ my: 2 }} />
            <Button variant="outlined" fullWidth sx={{ textAlign: "center" }} {...elsewhere}>
              {ways.data.outsideName ? translate("sign-in.outside-named", { name: ways.data.outsideName }) : translate("sign-in.outside")}
            </Button>
          </>
        )}
      </Box>
    </>
  );
}

export function SignIn() {
  const translate = useTranslate();
  const [params] = useSearchParams();
  useEffect(() => {
    document.title = translate("sign-in.title");
    if (!params.get("return") && !params.get("outside")) window.location.replace(home);
  }, [translate, params]);

  const back = localAddress(params.get("return"), home);
  return (
    <Box component="main" sx={{ minHeight: "100vh", display: "grid", placeItems: "center", bgcolor: "background.default", p: 2 }}>
      <Box sx={{ width: "100%", maxWidth: 420 }}>
        <Box sx={{ display: "flex", justifyContent: "flex-end", mb: 1 }}>
          <LanguageChoice onChoose={chooseBeforeSignIn} />
        </Box>
        <Paper sx={{ border: 1, borderColor: "divider", p: { xs: 2.5, sm: 4 } }}>
          <Box component="img" src="/icon.svg" alt="" sx={{ width: 44, height: 44, mb: 1.5 }} />
          <Typography variant="h1" sx={{ mb: 0.5 }}>
            {translate("sign-in.title")}
          </Typography>
          <Typography color="textSecondary" sx={{ mb: 3 }}>
            {translate("app.title")}
          </Typography>
          <SignInForm
            enter={() => window.location.assign(back)}
            outside={params.get("outside")}
            elsewhere={{ href: `/auth/outside?to=${encodeURIComponent(back)}` }}
          />
          <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
            {translate("sign-in.forgotten")}
          </Typography>
        </Paper>
        <Typography variant="body2" color="textSecondary" sx={{ mt: 2, textAlign: "center" }}>
          <Link href="/reference" color="inherit" sx={{ mr: 2 }}>
            {translate("sign-in.materials")}
          </Link>
          <Link href="/api-docs" color="inherit">
            API
          </Link>
        </Typography>
      </Box>
    </Box>
  );
}
