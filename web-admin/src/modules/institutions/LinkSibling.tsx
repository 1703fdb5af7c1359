import { Box, Button, TextField, Typography } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { api } from "../../api/client";
import { institutionChanges } from "./api/institutions";
import { useChanged } from "../../app/core/api/keys";
import { showDate } from "../../ui/dates";
import { Refusal } from "../../ui/Refusal";

/** Finds a child of the Base by any spelling and links it as a sibling. */
export function LinkSibling({ childId }: { childId: string }) {
  const translate = useTranslate();
  const changed = useChanged();
  const [text, setText] = useState("");
  const search = useMutation({ mutationFn: async () => (await api.post("/api/children/search", { body: { text } })).data.items });
  const link = useMutation({
    mutationFn: (siblingId: string) => api.post("/api/institutions/siblings/of-child/{id}", { path: { id: childId }, body: { siblingId } }),
    onSuccess: async () => {
      search.reset();
      setText("");
      await changed(...institutionChanges);
    },
  });
  const found = (search.data ?? []).filter((c) => c.id !== childId && !c.signalId);
  return (
    <Box sx={{ mt: 1.5 }}>
      <Box
        component="form"
        sx={{ display: "flex", gap: 1, flexWrap: "wrap" }}
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault();
          if (text.trim()) search.mutate();
        }}
      >
        <TextField label={translate("sibling.search")} value={text} onChange={(event) => setText(event.target.value)} />
        <Button type="submit" variant="outlined">
          {translate("sibling.find")}
        </Button>
      </Box>
      <Refusal error={search.error ?? link.error} />
      {search.data && found.length === 0 && <Typography color="textSecondary">{translate("form.nothing-found")}</Typography>}
      {found.slice(0, 8).map((c) => (
        <Box key={c.id} sx={{ display: "flex", gap: 1, alignItems: "center", mt: 0.5 }}>
          <Typography>
            {c.fullName} · {showDate(c.birthDate)} · {c.caseNumber}
          </Typography>
          <Button size="small" onClick={() => link.mutate(c.id)}>
            {translate("sibling.link")}
          </Button>
        </Box>
      ))}
    </Box>
  );
}
