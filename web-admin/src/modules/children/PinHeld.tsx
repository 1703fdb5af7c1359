import { Alert, Box, Button } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useFormContext } from "react-hook-form";
import { useNavigate } from "react-router-dom";
import { api } from "../../api/client";
import type { NumberAt } from "./numberAt";
import { RequestCase } from "./RequestCase";
import { Refusal, useAct } from "../../ui/Refusal";
import { Opened } from "../../ui/Opened";

/** A card with this number exists: here it can be opened, elsewhere its case can be requested. */
export function PinHeld({ name, at }: { name: string; at?: NumberAt }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { watch, formState, getFieldState } = useFormContext();
  const [asking, setAsking] = useState<string>();
  const pin = (watch(name) as string | undefined) ?? "";
  const refusal = getFieldState(name, formState).error?.type;
  const { act, error } = useAct();
  const open = () =>
    act(async () => {
      const { data } = await api.post("/api/children/search", { body: { text: pin } });
      const found = data.items.find((c) => c.caseNumber);
      if (found) void navigate(`/children/${found.id}`);
    });
  const here = refusal === "pin.held-here";
  if (!here && refusal !== "pin.held-elsewhere" && !asking) return null;
  return (
    <Alert severity="warning" role="group" aria-label={translate("pin.title")}>
      {translate(here ? "pin.here" : "pin.elsewhere")}
      <Box sx={{ mt: 1 }}>
        <Button variant="outlined" color="inherit" size="small" onClick={() => (here ? open() : setAsking(pin))}>
          {translate(here ? "pin.open-card" : "case-request.title")}
        </Button>
      </Box>
      <Refusal error={error} />
      {asking && at && (
        <Opened>
          <RequestCase pin={asking} at={at} onDone={() => setAsking(undefined)} />
        </Opened>
      )}
    </Alert>
  );
}
