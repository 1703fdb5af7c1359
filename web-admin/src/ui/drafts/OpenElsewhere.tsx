import { Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { api } from "../../api/client";

const halfAMinute = 30_000;

/** Says that this form is open, while it is shown, and who else has it open. */
export function OpenElsewhere({ form, childId }: { form: string; childId: string }) {
  const translate = useTranslate();
  const others = useQuery({
    queryKey: ["open-forms", form, childId],
    queryFn: async () =>
      (await api.post("/api/children/open-forms", { body: { key: form, childId }, unattended: true, idempotencyKey: null, waits: false }))
        .data.others,
    refetchInterval: halfAMinute,
    staleTime: 0,
    gcTime: 0,
    meta: { aside: true },
  });
  if (!others.data?.length) return null;
  return (
    <Typography variant="body2" color="textSecondary" role="status" sx={{ mb: 1 }}>
      {translate("draft.open-elsewhere", { names: others.data.join(", "), smart_count: others.data.length })}
    </Typography>
  );
}
