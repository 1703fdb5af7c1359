import { Alert, Box, Button, Paper, TextField, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useSearchParams } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { checkPaperQuery } from "./api/papers";
import { chooseBeforeSignIn } from "../../app/core/language";
import { LanguageChoice } from "../../ui/LanguageChoice";
import { Failure, Loading } from "../../ui/Page";

const severity = { valid: "success", superseded: "warning", unknown: "error" } as const satisfies Record<Schemas["PaperState"], string>;

/** [21] The public page that the QR code of a paper opens: valid, superseded or unknown, and nothing more. Without sign-in. */
export function CheckPaper() {
  const translate = useTranslate();
  const [params, setParams] = useSearchParams();
  const [number, setNumber] = useState(params.get("number") ?? "");
  const [code, setCode] = useState(params.get("code") ?? "");
  const asked = { number: params.get("number") ?? "", code: params.get("code") ?? "" };
  const state = useQuery({ ...checkPaperQuery(asked), enabled: !!asked.number && !!asked.code });
  return (
    <Box
      component="main"
      sx={{ minHeight: "100vh", bgcolor: "background.default", color: "text.primary", display: "grid", placeItems: "center", p: 2 }}
    >
      <Paper sx={{ border: 1, borderColor: "divider", p: { xs: 2, sm: 4 }, maxWidth: 520, width: "100%" }}>
        <Box sx={{ display: "flex", justifyContent: "space-between", mb: 2 }}>
          <Typography color="textSecondary">{translate("app.title")}</Typography>
          <LanguageChoice onChoose={chooseBeforeSignIn} />
        </Box>
        <Typography variant="h1" sx={{ mb: 2 }}>
          {translate("check.title")}
        </Typography>
        <Box
          component="form"
          sx={{ display: "grid", gap: 2 }}
          onSubmit={(event: React.FormEvent) => {
            event.preventDefault();
            setParams({ number: number.trim(), code: code.trim() });
          }}
        >
          <TextField label={translate("check.number")} value={number} onChange={(event) => setNumber(event.target.value)} required />
          <TextField label={translate("check.code")} value={code} onChange={(event) => setCode(event.target.value)} required />
          <Button type="submit" variant="contained">
            {translate("check.check")}
          </Button>
        </Box>
        <Box sx={{ mt: 2 }} aria-live="polite">
          {state.isLoading && <Loading />}
          {state.isError && <Failure error={state.error} again={() => void state.refetch()} />}
          {state.data && (
            <Alert severity={severity[state.data]} data-state={state.data}>
              {translate(`check.${state.data}`)}
            </Alert>
          )}
        </Box>
      </Paper>
    </Box>
  );
}
