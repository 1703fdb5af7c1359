import { Box, Button, TextField, Typography } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { Link } from "react-router-dom";
import { api } from "../../api/client";
import { showDate } from "../../ui/dates";
import { Form, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { Failure, Panel } from "../../ui/Page";
import { Opened } from "../../ui/Opened";
import { useMerges } from "./MergeBanner";
import { FormButton } from "../../ui/drafts/FormButton";

/** Searches for a second card of the same child; one in another district is for the authorised body to decide. */
export function FindSecondCard({ childId }: { childId: string }) {
  const translate = useTranslate();
  const [text, setText] = useState("");
  const [asking, setAsking] = useState(false);
  const merges = useMerges(childId);
  const search = useMutation({
    mutationFn: async () =>
      (await api.post("/api/children/search", { body: { text } })).data.items.filter((f) => f.id !== childId && !f.signalId),
  });
  if (merges.data?.some((m) => m.state === "asked" || m.state === "decided")) return null;
  return (
    <Panel title={translate("merge.title")}>
      <Typography sx={{ mb: 1.5 }}>{translate("merge.help")}</Typography>
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) search.mutate();
        }}
        sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}
      >
        <TextField
          label={translate("merge.search")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          sx={{ flexGrow: 1, minWidth: 220 }}
        />
        <Button type="submit" variant="outlined" disabled={search.isPending}>
          {translate("merge.find")}
        </Button>
      </Box>
      {search.isError && <Failure error={search.error} />}
      {search.data?.length === 0 && <Typography sx={{ mt: 1.5 }}>{translate("merge.nothing-found")}</Typography>}
      {search.data?.map((found) => (
        <Box
          key={found.id}
          sx={{ display: "flex", gap: 1, py: 1, flexWrap: "wrap", alignItems: "center", borderBottom: 1, borderColor: "divider" }}
        >
          <Typography sx={{ flexGrow: 1, overflowWrap: "anywhere" }}>
            {[found.fullName || translate("child.nameless"), showDate(found.birthDate), found.caseNumber].filter(Boolean).join(" · ")}
          </Typography>
          <Button size="small" variant="contained" component={Link} to={`/children/${childId}/merge/${found.id}`}>
            {translate("merge.choose")}
          </Button>
        </Box>
      ))}
      {asking ? (
        <AskMerge childId={childId} onBack={() => setAsking(false)} again={() => void merges.refetch()} />
      ) : (
        <FormButton draft={`ask-merge.${childId}`} sx={{ mt: 1.5 }} onOpen={() => setAsking(true)}>
          {translate("merge.elsewhere")}
        </FormButton>
      )}
    </Panel>
  );
}

function AskMerge({ childId, onBack, again }: { childId: string; onBack: () => void; again: () => void }) {
  const translate = useTranslate();
  const form = useForm({ defaultValues: { otherNumber: "", reason: "" } });
  return (
    <Opened sx={{ mt: 2 }}>
      <Typography sx={{ mb: 1.5 }}>{translate("merge.elsewhere-help")}</Typography>
      <Form
        draft={{ form: "ask-merge", record: childId, subject: childId }}
        form={form}
        idPrefix="ask-merge-"
        submit={translate("merge.ask")}
        secondary={<Button onClick={onBack}>{translate("form.back")}</Button>}
        send={async (body, idempotencyKey) => {
          await api.post("/api/children/cards/{id}/ask-merge", { path: { id: childId }, body, idempotencyKey });
          again();
        }}
      >
        <Stack>
          <Text name="otherNumber" label={translate("merge.other-number")} />
          <Text name="reason" label={translate("merge.reason")} lines={3} />
        </Stack>
      </Form>
    </Opened>
  );
}
