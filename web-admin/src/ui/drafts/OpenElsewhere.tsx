import { Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { openFormsQuery } from "../../app/core/api/drafts";

/** Reports that this form is open, while it is shown, and shows who else has it open. */
export function OpenElsewhere({ form, childId }: { form: string; childId: string }) {
  const translate = useTranslate();
  const others = useQuery(openFormsQuery(form, childId));
  if (!others.data?.length) return null;
  return (
    <Typography variant="body2" color="textSecondary" role="status" sx={{ mb: 1 }}>
      {translate("draft.open-elsewhere", { names: others.data.join(", "), smart_count: others.data.length })}
    </Typography>
  );
}
