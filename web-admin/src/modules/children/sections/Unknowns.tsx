import { Box, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { Row } from "../../../ui/Form";
import { Choice } from "../../../ui/fields";
import { useDictionary } from "../../../ui/reference";

/** Unknown items are marked as unknown with a reason, so that completeness can be measured [14.2]. */
export function Unknowns({ items }: { items: readonly string[] }) {
  const translate = useTranslate();
  const reasons = useDictionary("unknown-reason");
  const names = [...new Set(items)];
  if (names.length === 0) return null;
  return (
    <Box sx={{ bgcolor: "background.default", p: 2, borderRadius: 1 }}>
      <Typography sx={{ fontWeight: 600, mb: 0.5 }}>{translate("unknown.title")}</Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {translate("unknown.help")}
      </Typography>
      <Row>
        {names.map((item) => (
          <Choice key={item} name={`unknown.${item}`} label={translate(`item.${item}`, { _: item })} optional options={reasons.options} />
        ))}
      </Row>
    </Box>
  );
}
