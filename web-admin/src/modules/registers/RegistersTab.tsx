import { Alert, Box, Button, Chip, FormControlLabel, Radio, RadioGroup, TextField, Typography } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { api, type Schemas } from "../../api/client";
import { askChanges } from "./api/ofChild";
import { useChanged } from "../../app/core/api/keys";
import { showDate } from "../../ui/dates";
import { Empty, Panel } from "../../ui/Page";
import { Refusal } from "../../ui/Refusal";
import { AskedAbout } from "./AskedAbout";
import { Disagreements } from "./Disagreements";
import { useTake } from "./useTake";
import { useRegisterFields } from "./values";

type Asked = Schemas["RegistersResponse"];
type Field = Schemas["ComparedFieldView"];
type Choice = "take" | "leave" | "later";
const keyOf = (f: Field) => `${f.kind}-${f.section}-${f.field}`;

/** [18] Fills a card from the registers of other state bodies: current values are beside received ones, and the specialist takes or leaves each. */
export function RegistersTab({ childId, canEdit, hasPin }: { childId: string; canEdit: boolean; hasPin: boolean }) {
  const translate = useTranslate();
  const changed = useChanged();
  const [asked, setAsked] = useState<Asked>();
  const ask = useMutation({
    mutationFn: async () => (await api.post("/api/children/cards/{id}/registers", { path: { id: childId }, body: {} })).data,
    onSuccess: async (data) => {
      setAsked(data);
      await changed(...askChanges(childId));
    },
  });
  return (
    <>
      {canEdit && (
        <Panel title={translate("registers.fill")}>
          <Typography sx={{ mb: 1.5 }}>{translate("registers.help")}</Typography>
          {!hasPin && <Alert severity="info">{translate("registers.no-pin")}</Alert>}
          {hasPin && (
            <Button variant={asked ? "outlined" : "contained"} disabled={ask.isPending} onClick={() => ask.mutate()}>
              {translate(ask.isPending ? "registers.asking" : asked ? "registers.ask-again" : "registers.ask")}
            </Button>
          )}
          <Refusal error={ask.error} />
          {asked && <Came key={asked.askId} childId={childId} asked={asked} onDone={() => setAsked(undefined)} />}
        </Panel>
      )}
      <Disagreements childId={childId} canEdit={canEdit} />
      <AskedAbout childId={childId} />
    </>
  );
}

function Came({ childId, asked, onDone }: { childId: string; asked: Asked; onDone: () => void }) {
  const translate = useTranslate();
  // new values are taken by default; a disagreement is for the specialist alone to resolve
  const [choices, setChoices] = useState<Record<string, Choice>>(() =>
    Object.fromEntries(asked.fields.filter((f) => f.state === "new").map((f) => [keyOf(f), "take" as const])),
  );
  const [because, setBecause] = useState("");
  const open = asked.fields.filter((f) => f.state !== "same");
  const same = asked.fields.filter((f) => f.state === "same");
  const chosen = (choice: Choice) => open.filter((f) => choices[keyOf(f)] === choice);
  const enter = useTake(childId, onDone);
  return (
    <Box sx={{ mt: 2 }}>
      <Replies asked={asked} />
      {open.length === 0 && <Empty>{translate(same.length > 0 ? "registers.all-same" : "registers.nothing")}</Empty>}
      {open.map((f) => (
        <Compared
          key={keyOf(f)}
          field={f}
          choice={choices[keyOf(f)] ?? "later"}
          onChoose={(c) => setChoices({ ...choices, [keyOf(f)]: c })}
        />
      ))}
      {same.length > 0 && (
        <Typography color="textSecondary" sx={{ mt: 1.5 }}>
          {translate("registers.same", { smart_count: same.length })}
        </Typography>
      )}
      {open.length > 0 && (
        <Box sx={{ mt: 2, display: "grid", gap: 1.5, justifyItems: "start" }}>
          {chosen("leave").length > 0 && (
            <TextField
              label={translate("registers.because")}
              value={because}
              onChange={(e) => setBecause(e.target.value)}
              fullWidth
              multiline
            />
          )}
          <Button
            variant="contained"
            disabled={enter.isPending || chosen("take").length + chosen("leave").length === 0}
            onClick={() => enter.mutate({ askId: asked.askId, take: chosen("take"), leave: chosen("leave"), because })}
          >
            {translate("registers.enter")}
          </Button>
          <Refusal error={enter.error} />
        </Box>
      )}
    </Box>
  );
}

/** How each register answered; a missing answer is shown, not hidden. */
export function Replies({ asked }: { asked: Asked }) {
  const translate = useTranslate();
  return (
    <>
      <Box
        component="ul"
        aria-label={translate("registers.replies")}
        sx={{ display: "flex", flexWrap: "wrap", gap: 0.75, p: 0, m: 0, mb: 1.5 }}
      >
        {asked.replies.map((r) => (
          <Box component="li" key={r.kind} sx={{ listStyle: "none" }}>
            <Chip
              size="small"
              variant="outlined"
              color={r.outcome === "found" ? "success" : r.outcome === "not-found" || r.outcome === "not-connected" ? "default" : "warning"}
              label={`${translate(`register.${r.kind}`)}: ${translate(`register-outcome.${r.outcome}`)}`}
            />
          </Box>
        ))}
      </Box>
      {asked.died && (
        <Alert severity="error" sx={{ mb: 1.5 }}>
          {translate("registers.died", { on: showDate(asked.died) })}
        </Alert>
      )}
      {asked.pinBlocked && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          {translate("registers.pin-blocked")}
        </Alert>
      )}
    </>
  );
}

function Compared({ field, choice, onChoose }: { field: Field; choice: Choice; onChoose: (choice: Choice) => void }) {
  const translate = useTranslate();
  const { label, value } = useRegisterFields();
  const name = label(field);
  const options: Choice[] = field.state === "differs" ? ["take", "leave", "later"] : ["take", "later"];
  return (
    <Box
      role="group"
      aria-label={name}
      sx={{
        py: 1.25,
        borderTop: 1,
        borderColor: "divider",
        display: "grid",
        gap: 1,
        gridTemplateColumns: { xs: "1fr", md: "180px 1fr 1fr auto" },
        alignItems: "center",
      }}
    >
      <Box>
        <b>{name}</b>
        {field.state === "differs" && <Chip size="small" color="warning" label={translate("registers.differs")} sx={{ ml: 1 }} />}
      </Box>
      <Value title={translate("registers.here")} text={value(field.here, field)} />
      <Value title={`${translate("registers.came")}: ${translate(`register.${field.kind}`)}`} text={value(field.came, field)} />
      <RadioGroup row value={choice} onChange={(e) => onChoose(e.target.value as Choice)} aria-label={name}>
        {options.map((o) => (
          <FormControlLabel key={o} value={o} control={<Radio size="small" />} label={translate(`registers.${o}`)} />
        ))}
      </RadioGroup>
    </Box>
  );
}

const Value = ({ title, text }: { title: string; text: string }) => (
  <Box sx={{ minWidth: 0 }}>
    <Typography variant="caption" color="textSecondary" component="div">
      {title}
    </Typography>
    <Typography sx={{ overflowWrap: "anywhere" }}>{text}</Typography>
  </Box>
);
