import { Box, Button, Link as Anchor, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { Link, useParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { givenAsCodes } from "../../api/schemaCodes";
import { useChanged } from "../../app/core/api/keys";
import { disclosureChanges, disclosureQuery, disclosureSystemsQuery } from "./api/disclosures";
import { showDate, showTime, today } from "../../ui/dates";
import { Form, Stack } from "../../ui/Form";
import { Choice, Day, Text } from "../../ui/fields";
import { Pick } from "../../ui/Pick";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { useName } from "../../ui/reference";

type Disclosure = Schemas["ReadDisclosureResponse"];

/** [27] A disclosure: its request, a second person's decision, exactly what was granted, and to whom it was given. */
export function DisclosurePage() {
  const { id = "" } = useParams();
  const translate = useTranslate();
  const stored = useQuery(disclosureQuery(id));
  if (stored.isPending) return <Loading />;
  if (stored.isError)
    return (
      <Page title={translate("menu.disclosures")}>
        <Failure error={stored.error} />
      </Page>
    );
  const { data: d, version } = stored.data;
  const says = (documents: readonly Schemas["PaperKind"][]) => documents.map((kind) => translate(`paper-kind.${kind}`)).join(", ");
  const lines: [string, string | null | undefined][] = [
    [translate("field.child"), `${d.fullName} · ${d.row.caseNumber}`],
    [translate("disclosure.asker"), translate(`asker.${d.row.asker}`)],
    [translate("disclosure.asked-by"), d.contents.askedBy],
    [translate("disclosure.ground"), d.contents.ground],
    [translate("disclosure.document"), d.contents.document],
    [translate("disclosure.purpose"), d.contents.purpose],
    [translate("disclosure.asked-on"), showDate(d.row.askedOn)],
    [translate("disclosure.wanted"), says(d.wanted)],
    [translate("disclosure.registered-by"), `${d.registeredBy ?? ""} · ${showTime(d.row.registeredAt)}`],
    [translate("disclosure.decided-by"), d.decidedAt && `${d.decidedBy ?? ""} · ${showTime(d.decidedAt)}`],
    [translate("disclosure.granted"), d.granted.length > 0 ? says(d.granted) : null],
    [translate("disclosure.remarks"), d.contents.remarks],
    [translate("disclosure.given-to"), d.contents.givenTo],
    [
      translate("disclosure.given-as"),
      d.givenAs && `${translate(`given-as.${d.givenAs}`)} · ${showDate(d.row.givenOn ?? "")} · ${d.givenBy ?? ""}`,
    ],
    [translate("disclosure.readable-until"), d.readableUntil && translate("disclosure.until", { day: showDate(d.readableUntil) })],
    [translate("disclosure.read-by-system"), d.readBySystemAt && showTime(d.readBySystemAt)],
    [translate("disclosure.subject-told"), d.contents.subjectTold],
  ];
  return (
    <Page
      title={d.row.number}
      subtitle={translate(`disclosure-status.${d.row.status}`)}
      actions={
        <Button component={Link} to={`/children/${d.row.childId}?tab=people`}>
          {translate("journal.to-card")}
        </Button>
      }
    >
      <Panel>
        <Box
          component="dl"
          sx={{ display: "grid", gridTemplateColumns: { xs: "1fr", sm: "220px 1fr" }, columnGap: 1, rowGap: { xs: 0, sm: 1 }, m: 0 }}
        >
          {lines
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <Box key={label} sx={{ display: "contents" }}>
                <Typography component="dt" color="textSecondary" variant="body2">
                  {label}
                </Typography>
                <Typography component="dd" sx={{ m: 0, mb: { xs: 1, sm: 0 }, overflowWrap: "anywhere" }}>
                  {value}
                </Typography>
              </Box>
            ))}
        </Box>
        {d.hash && (
          <Box sx={{ mt: 2, display: "flex", gap: 2, flexWrap: "wrap", alignItems: "center" }}>
            <Anchor href={`/api/integration/disclosures/${id}/file?format=pdf`} download>
              {translate(d.row.status === "refused" ? "disclosure.refusal" : "disclosure.as-document")}
            </Anchor>
            <Anchor href={`/api/integration/disclosures/${id}/file?format=json`} download>
              JSON
            </Anchor>
            <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: "anywhere" }}>
              SHA-256: {d.hash}
            </Typography>
          </Box>
        )}
      </Panel>
      {d.mayDecide && <Decide disclosure={d} version={version} />}
      {d.mayGive && <Give disclosure={d} version={version} />}
    </Page>
  );
}

function Decide({ disclosure, version }: { disclosure: Disclosure; version: string }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm({ defaultValues: { grant: [...disclosure.wanted], remarks: "", language: "ky" } });
  return (
    <Panel title={translate("disclosure.decide")}>
      <Form
        draft={{ form: "decide-disclosure", record: disclosure.row.id, subject: disclosure.row.childId }}
        form={form}
        idPrefix="decide-"
        submit={translate(form.watch("grant").length === 0 ? "disclosure.refuse" : "disclosure.grant")}
        send={async ({ remarks, ...values }, idempotencyKey) => {
          const path = { id: disclosure.row.id };
          await api.post("/api/integration/disclosures/{id}/decide", {
            path,
            body: { ...values, remarks: remarks || null },
            version,
            idempotencyKey,
          });
          notify(translate("form.saved"), { type: "success" });
          await changed(...disclosureChanges);
        }}
      >
        <Stack>
          <Pick
            name="grant"
            multiple
            label={translate("disclosure.granted")}
            help={translate("disclosure.grant-help")}
            options={disclosure.wanted.map((value) => ({ value, label: translate(`paper-kind.${value}`) }))}
          />
          <Text name="remarks" label={translate("disclosure.remarks")} lines={2} />
          <Choice
            name="language"
            label={translate("app.language")}
            options={["ky", "ru"].map((value) => ({ value, label: translate(`language.${value}`) }))}
          />
        </Stack>
      </Form>
    </Panel>
  );
}

function Give({ disclosure, version }: { disclosure: Disclosure; version: string }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const name = useName();
  const form = useForm({ defaultValues: { as: "paper" as Schemas["GivenAs"], on: today(), to: "", systemId: "", subjectTold: "" } });
  const toSystem = form.watch("as") === "system";
  const id = disclosure.row.id;
  const systems = useQuery({ ...disclosureSystemsQuery(id), enabled: disclosure.row.asker === "state-body" });
  const forms = disclosure.row.asker === "state-body" ? givenAsCodes : givenAsCodes.filter((value) => value !== "system");
  return (
    <Panel title={translate("disclosure.give")}>
      <Form
        draft={{ form: "give-disclosure", record: disclosure.row.id, subject: disclosure.row.childId }}
        form={form}
        idPrefix="give-"
        submit={translate("disclosure.give")}
        send={async ({ subjectTold, to, systemId, ...values }, idempotencyKey) => {
          await api.post("/api/integration/disclosures/{id}/give", {
            path: { id },
            body: {
              ...values,
              to: toSystem ? null : to,
              systemId: toSystem && systemId ? systemId : null,
              subjectTold: subjectTold || null,
            },
            version,
            idempotencyKey,
          });
          notify(translate("form.saved"), { type: "success" });
          await changed(...disclosureChanges);
        }}
      >
        <Stack>
          <Choice
            name="as"
            label={translate("disclosure.given-as")}
            options={forms.map((value) => ({ value, label: translate(`given-as.${value}`) }))}
          />
          <Day name="on" label={translate("disclosure.given-on")} />
          {!toSystem && <Text name="to" label={translate("disclosure.given-to")} />}
          {toSystem && systems.data?.length === 0 && <Typography role="status">{translate("disclosure.no-systems")}</Typography>}
          {toSystem && (systems.data?.length ?? 0) > 0 && (
            <Choice
              name="systemId"
              label={translate("disclosure.system")}
              options={(systems.data ?? []).map((s) => ({
                value: s.id,
                label: `${s.name} · ${name({ nameKy: s.bodyKy, nameRu: s.bodyRu })}`,
              }))}
            />
          )}
          <Text name="subjectTold" label={translate("disclosure.subject-told")} lines={2} optional />
        </Stack>
      </Form>
    </Panel>
  );
}
