import { useTranslate } from "react-admin";
import { Row, Stack } from "./Form";
import { Text } from "./fields";

const languages = ["ky", "ru", "en"] as const;

/** One text in the three languages of the Base, side by side if it is short. */
export function LocalTextFields({ name, label, lines }: { name: string; label: string; lines?: number }) {
  const translate = useTranslate();
  const fields = languages.map((language) => (
    <Text key={language} name={`${name}.${language}`} label={`${label} · ${translate(`language.${language}`)}`} lines={lines} />
  ));
  return lines ? <Stack>{fields}</Stack> : <Row>{fields}</Row>;
}

export const noText = { ky: "", ru: "", en: "" };
