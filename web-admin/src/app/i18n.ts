import polyglotI18nProvider from "ra-i18n-polyglot";
import english from "ra-language-english";
import { mergeTranslations } from "react-admin";
import { setLanguage } from "../api/client";
import en from "../texts/en.json";
import ky from "../texts/ky.json";
import ru from "../texts/ru.json";

type Texts = Record<string, string>;

/** Our texts are flat ("work-list.title"); react-admin's own are nested, so ours are nested before they are merged over its English ones. */
function nest(flat: Texts) {
  const root: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(flat)) {
    const parts = key.split(".");
    let place = root;
    for (const part of parts.slice(0, -1)) place = (place[part] ??= {}) as Record<string, unknown>;
    place[parts.at(-1)!] = text;
  }
  return root;
}

const messages: Record<string, Texts> = { ky, ru, en };
export const languages = [
  { locale: "ky", name: "Кыргызча" },
  { locale: "ru", name: "Русский" },
  { locale: "en", name: "English" },
];

const remembered = () => {
  try {
    return (JSON.parse(localStorage.getItem("RaStore.locale") ?? "null") as string | null) ?? "ky";
  } catch {
    return "ky";
  }
};

export const i18nProvider = polyglotI18nProvider(
  (locale) => {
    setLanguage(locale);
    document.documentElement.lang = locale;
    return mergeTranslations(english, nest(messages[locale] ?? ky)) as never;
  },
  remembered(),
  languages,
  { allowMissing: true },
);
