import polyglotI18nProvider from "ra-i18n-polyglot";
import english from "ra-language-english";
import type { I18nProvider } from "react-admin";
import { setLanguage } from "../api/client";

type Texts = Record<string, string>;

// each language is a file of its own: a reader loads only theirs
const texts: Record<string, () => Promise<{ default: Texts }>> = {
  ky: () => import("../texts/ky.json"),
  ru: () => import("../texts/ru.json"),
  en: () => import("../texts/en.json"),
};
export const languages = [
  { locale: "ky", name: "Кыргызча" },
  { locale: "ru", name: "Русский" },
  { locale: "en", name: "English" },
];

const remembered = () => {
  try {
    const locale = JSON.parse(localStorage.getItem("RaStore.locale") ?? "null") as string | null;
    return locale && locale in texts ? locale : "ky";
  } catch {
    return "ky";
  }
};

/** Our texts are flat ("work-list.title") and stand over react-admin's own; a key may be the beginning of another. */
const messagesOf = async (locale: string) => ({ ...english, ...(await (texts[locale] ?? texts.ky!)()).default });

/** The texts of the reader's language, loaded before anything is shown. */
export async function loadI18n(): Promise<I18nProvider> {
  const locale = remembered();
  const first = await messagesOf(locale);
  const heard = (to: string) => {
    setLanguage(to);
    document.documentElement.lang = to;
  };
  heard(locale);
  return polyglotI18nProvider(
    (to) => {
      heard(to);
      return to === locale ? first : messagesOf(to);
    },
    locale,
    languages,
    { allowMissing: true },
  );
}
