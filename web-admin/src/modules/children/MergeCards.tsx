import { Alert, Box, Button, FormControlLabel, Radio, RadioGroup, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useNavigate, useParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { compareQuery } from "./api/merges";
import { useConfirmation } from "../../ui/Confirmation";
import { showDate } from "../../ui/dates";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { useTerritoryName } from "../../ui/reference";
import { Refusal, useAct } from "../../ui/Refusal";
import { useItems } from "../../ui/ItemValue";

type Difference = Schemas["FieldDifference"];
type From = Schemas["FieldFrom"];

/** Two cards side by side: for each differing field, one value is chosen. */
export function MergeCards() {
  const { id = "", other = "" } = useParams();
  const translate = useTranslate();
  const navigate = useNavigate();
  const notify = useNotify();
  const changed = useChanged();
  const { ask, dialog } = useConfirmation();
  const { act, error } = useAct();
  const [chosen, setChosen] = useState<Record<string, From>>({});
  const compared = useQuery(compareQuery(id, other));
  if (compared.isPending) return <Loading />;
  if (compared.isError)
    return (
      <Page title={translate("merge.compare")}>
        <Failure error={compared.error} again={() => void compared.refetch()} />
      </Page>
    );
  const { kept, other: its, fields, stays, ends } = compared.data;
  const keyOf = (f: Difference) => `${f.section}.${f.item}`;
  const merge = () =>
    act(async () => {
      const did = await ask(
        translate("merge.do"),
        () => api.get("/api/children/cards/{id}/merge/consequences", { path: { id }, query: { otherId: other } }),
        (confirm, idempotencyKey) =>
          api.post("/api/children/cards/{id}/merge", {
            path: { id },
            body: {
              otherId: other,
              confirm,
              fields: fields.map((f) => ({ section: f.section, item: f.item, from: chosen[keyOf(f)] ?? f.proposed })),
            },
            idempotencyKey,
          }),
        { always: true },
      );
      if (!did) return;
      await changed(...caseChanges);
      notify(translate("merge.done"), { type: "success" });
      void navigate(`/children/${id}`);
    });
  return (
    <Page
      title={translate("merge.compare")}
      actions={<Button onClick={() => void navigate(`/children/${other}/merge/${id}`)}>{translate("merge.swap")}</Button>}
    >
      <Box sx={{ display: "grid", gap: 2, gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" } }}>
        <CardLine title={translate("merge.kept")} card={kept} />
        <CardLine title={translate("merge.other")} card={its} />
      </Box>
      {stays && ends && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate("merge.case-stays", { stays, ends })}
        </Alert>
      )}
      <Panel title={translate("merge.fields")}>
        {fields.length === 0 && <Typography>{translate("merge.no-fields")}</Typography>}
        {fields.map((f) => (
          <FieldChoice
            key={keyOf(f)}
            field={f}
            value={chosen[keyOf(f)] ?? f.proposed}
            onChange={(from) => setChosen((all) => ({ ...all, [keyOf(f)]: from }))}
          />
        ))}
      </Panel>
      <Button variant="contained" onClick={merge}>
        {translate("merge.do")}
      </Button>
      <Refusal error={error} />
      {dialog}
    </Page>
  );
}

function CardLine({ title, card }: { title: string; card: Schemas["ComparedCard"] }) {
  const translate = useTranslate();
  const territory = useTerritoryName();
  return (
    <Panel title={title}>
      <Typography sx={{ fontWeight: 600, overflowWrap: "anywhere" }}>{card.fullName || translate("child.nameless")}</Typography>
      <Typography>{card.number}</Typography>
      <Typography color="textSecondary">
        {[
          territory(card.territory),
          translate(`case-status.${card.status}`),
          showDate(card.foundOn),
          card.responsible,
          translate("card.completeness", { percent: card.completeness }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Typography>
    </Panel>
  );
}

function FieldChoice({ field, value, onChange }: { field: Difference; value: From; onChange: (from: From) => void }) {
  const translate = useTranslate();
  const { title, sayKept } = useItems();
  const name = title(field.item);
  const say = (text: string | null | undefined) => sayKept(field.section, field.item, text) || translate("merge.nothing");
  const options: [From, string][] = [
    ["kept", say(field.kept)],
    ["other", say(field.other)],
    ...(field.isList && field.kept && field.other ? [["both", translate("merge.both")] as [From, string]] : []),
  ];
  return (
    <Box component="fieldset" sx={{ border: 0, borderTop: 1, borderColor: "divider", m: 0, px: 0, py: 1 }}>
      <Typography component="legend" sx={{ fontWeight: 600, float: "left", width: "100%" }}>
        {`${translate(`section.${field.section}`)}: ${name}`}
      </Typography>
      <RadioGroup
        value={value}
        aria-label={name}
        onChange={(_, from) => onChange(from as From)}
        sx={{ clear: "both", display: "grid", gridTemplateColumns: { xs: "1fr", sm: "1fr 1fr" } }}
      >
        {options.map(([from, text]) => (
          <FormControlLabel
            key={from}
            value={from}
            control={<Radio size="small" />}
            label={
              <Typography component="span" sx={{ overflowWrap: "anywhere" }}>
                {text}
              </Typography>
            }
          />
        ))}
      </RadioGroup>
    </Box>
  );
}
