import { Box, Button, Chip, Link as Anchor, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas } from "../../api/client";
import { paperKindCodes } from "../../api/schemaCodes";
import { useChanged } from "../../app/core/api/keys";
import { papersQuery } from "./api/papers";
import { languages } from "../../app/core/i18n";
import { showTime } from "../../ui/dates";
import { Form, Row, Stack } from "../../ui/Form";
import { Check, Choice, Text } from "../../ui/fields";
import { Empty, Failure, Loading, Panel } from "../../ui/Page";
import { FormButton } from "../../ui/drafts/FormButton";

/** [21] The paper copies of the child's file, and printing another: dated, numbered, with its purpose. */
export function Papers({ childId }: { childId: string }) {
  const translate = useTranslate();
  const [printing, setPrinting] = useState(false);
  const papers = useQuery(papersQuery(childId));
  return (
    <Panel title={translate("paper.title")}>
      {papers.isPending ? (
        <Loading />
      ) : papers.isError ? (
        <Failure error={papers.error} again={() => void papers.refetch()} />
      ) : papers.data.length === 0 ? (
        <Empty>{translate("paper.none")}</Empty>
      ) : (
        papers.data.map((paper) => (
          <Box key={paper.id} sx={{ display: "flex", gap: 1, flexWrap: "wrap", alignItems: "center", py: 0.5 }}>
            <Anchor href={`/api/reporting/papers/${paper.id}/file`} download>
              {paper.number}
            </Anchor>
            <Typography>
              {[translate(`paper-kind.${paper.kind}`), showTime(paper.at), paper.by, paper.purpose].filter(Boolean).join(" · ")}
            </Typography>
            {paper.certified && <Chip size="small" variant="outlined" label={translate("paper.certified")} />}
          </Box>
        ))
      )}
      {printing ? (
        <Print childId={childId} onDone={() => setPrinting(false)} />
      ) : (
        <FormButton draft={`print-paper.${childId}`} variant="outlined" sx={{ mt: 1.5 }} onOpen={() => setPrinting(true)}>
          {translate("paper.print")}
        </FormButton>
      )}
    </Panel>
  );
}

function Print({ childId, onDone }: { childId: string; onDone: () => void }) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const changed = useChanged();
  const form = useForm({ defaultValues: { kind: "card", language: locale === "ru" ? "ru" : "ky", purpose: "", certified: false } });
  return (
    <Form
      draft={{ form: "print-paper", record: childId, subject: childId }}
      form={form}
      idPrefix="paper-"
      submit={translate("paper.print")}
      secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
      send={async (values, idempotencyKey) => {
        const body = values as Schemas["PrintPaperRequest"];
        const { data } = await api.post("/api/reporting/papers/of-child/{id}", { path: { id: childId }, body, idempotencyKey });
        await changed(papersQuery(childId).queryKey);
        onDone();
        window.location.assign(`/api/reporting/papers/${data.id}/file`);
      }}
    >
      <Stack>
        <Row>
          <Choice
            name="kind"
            label={translate("paper.kind")}
            options={paperKindCodes.map((value) => ({ value, label: translate(`paper-kind.${value}`) }))}
          />
          <Choice
            name="language"
            label={translate("app.language")}
            options={languages.filter((l) => l.locale !== "en").map((l) => ({ value: l.locale, label: l.name }))}
          />
        </Row>
        <Text name="purpose" label={translate("paper.purpose")} />
        <Check name="certified" label={translate("paper.certify")} />
      </Stack>
    </Form>
  );
}
