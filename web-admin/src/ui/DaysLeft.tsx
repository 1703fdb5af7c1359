import { Box } from "@mui/material";
import { useTranslate } from "react-admin";

const soon = 1;

/** Days left, in color and words: never by color alone. */
export function DaysLeft({ days, clause }: { days: number | null | undefined; clause?: string }) {
  const translate = useTranslate();
  if (days === null || days === undefined) return null;
  const [color, text] =
    days < 0
      ? ["error.main", translate("days.late", { smart_count: -days })]
      : days === 0
        ? ["warning.main", translate("days.today")]
        : [days <= soon ? "warning.main" : "text.primary", translate("days.left", { smart_count: days })];
  return (
    <Box component="span" title={clause && translate("days.clause", { clause })} sx={{ color, fontWeight: days <= 0 ? 650 : 500 }}>
      {text}
    </Box>
  );
}
