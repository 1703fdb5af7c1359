import { MenuItem, Select } from "@mui/material";
import { useTranslate } from "react-admin";
import { languages } from "../app/core/i18n";
import { useLanguage } from "../app/core/language";

/** Kyrgyz, Russian or English; nothing typed is lost by changing it. */
export function LanguageChoice({ light = false, onChoose }: { light?: boolean; onChoose: (language: string) => void }) {
  const [locale, speak] = useLanguage();
  const translate = useTranslate();
  return (
    <Select
      value={locale}
      size="small"
      variant="standard"
      disableUnderline
      onChange={(event) => {
        void speak(event.target.value);
        onChoose(event.target.value);
      }}
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
