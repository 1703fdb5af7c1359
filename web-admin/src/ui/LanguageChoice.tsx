import { MenuItem, Select } from "@mui/material";
import { useLocaleState, useTranslate } from "react-admin";
import { languages } from "../app/i18n";

/** Kyrgyz, Russian or English; nothing typed is lost by changing it. */
export function LanguageChoice({ light = false }: { light?: boolean }) {
  const [locale, setLocale] = useLocaleState();
  const translate = useTranslate();
  return (
    <Select
      value={locale}
      size="small"
      variant="standard"
      disableUnderline
      onChange={(event) => void setLocale(event.target.value)}
      inputProps={{ "aria-label": translate("app.language") }}
      sx={{ color: light ? "inherit" : undefined, fontSize: 14, "& .MuiSvgIcon-root": { color: "inherit" } }}
    >
      {languages.map((language) => (
        <MenuItem key={language.locale} value={language.locale} lang={language.locale}>
          {language.name}
        </MenuItem>
      ))}
    </Select>
  );
}
