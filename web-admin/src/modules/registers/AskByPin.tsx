import { Alert, Box, Button, TextField, Typography } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useFormContext } from "react-hook-form";
import { ApiError, api, type Schemas } from "../../api/client";
import { Replies } from "./RegistersTab";
import { useRegisterFields } from "./values";

/** [18] While a card is opened: who the typed number belongs to. Each value is taken into the form by hand, along with its source. */
export function AskByPin({ signalId, onTaken }: { signalId: string; onTaken: (askId: string) => void }) {
  const translate = useTranslate();
  const form = useFormContext();
  const { label, value } = useRegisterFields();
  const [reason, setReason] = useState("");
  const ask = useMutation({
    mutationFn: async (pin: string) =>
      (await api.post("/api/children/signals/{id}/registers", { path: { id: signalId }, body: { pin, reason } })).data,
  });
  const refused = ask.error instanceof ApiError ? ask.error : null;
  const at = (field: string) => refused?.problem.errors?.find((e) => e.field === field)?.message;
  const atReason = at("reason");
  const pin = String(form.watch("identity.pin") ?? "");
  const take = (field: Schemas["ComparedFieldView"]) => {
    form.setValue(`identity.${field.field}`, field.came, { shouldDirty: true });
    if (ask.data) onTaken(ask.data.askId);
  };
  const open = (ask.data?.fields ?? []).filter((f) => String(form.watch(`identity.${f.field}`) ?? "") !== f.came);
  return (
    <Box>
      <TextField
        fullWidth
        size="small"
        label={translate("registers.ask-reason")}
        value={reason}
        onChange={(e) => setReason(e.target.value)}
        error={!!atReason}
        helperText={atReason}
        slotProps={{ htmlInput: { maxLength: 500 } }}
        sx={{ mb: 1 }}
      />
      <Button variant="outlined" disabled={pin.length !== 14 || ask.isPending} onClick={() => ask.mutate(pin)}>
        {translate(ask.isPending ? "registers.asking" : "registers.ask-by-pin")}
      </Button>
      {ask.error && !atReason && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {refused ? (at("pin") ?? refused.problem.title) : translate("app.unexpected")}
        </Alert>
      )}
      {ask.data && (
        <Box
          role="region"
          aria-label={translate("registers.came")}
          sx={{ mt: 1.5, border: 1, borderColor: "divider", borderRadius: 1, p: 2 }}
        >
          <Replies asked={ask.data} />
          {open.length === 0 && (
            <Typography>{translate(ask.data.fields.length > 0 ? "registers.all-same" : "registers.nothing")}</Typography>
          )}
          {open.map((f) => (
            <Box key={f.field} sx={{ display: "flex", gap: 1, alignItems: "center", py: 0.5, flexWrap: "wrap" }}>
              <Typography sx={{ flexGrow: 1 }}>
                {label(f)}: <b>{value(f.came, f)}</b>
              </Typography>
              <Button size="small" variant="outlined" aria-label={`${translate("registers.take")}: ${label(f)}`} onClick={() => take(f)}>
                {translate("registers.take")}
              </Button>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
