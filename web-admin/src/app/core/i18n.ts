import type { I18nProvider } from "react-admin";
import { setLanguage } from "../../api/client";
import { speak, type Texts, type Values } from "./speak";

// each language is a separate file in two parts: a reader loads only their own, and the texts of the first screen first
type Part = () => Promise<{ default: Texts }>;
const texts: Record<string, [Part, Part]> = {
  ky: [() => import("../../texts/ky.json?part=first"), () => import("../../texts/ky.json?part=rest")],
  ru: [() => import("../../texts/ru.json?part=first"), () => import("../../texts/ru.json?part=rest")],
  en: [() => import("../../texts/en.json?part=first"), () => import("../../texts/en.json?part=rest")],
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

let rest: Promise<unknown> = Promise.resolve();

/** Resolves when every text of the reader's language is loaded. */
export const allTexts = () => rest;

/** The texts of the reader's language: those of the first screen before anything is shown, the others in parallel. */
export async function loadI18n(): Promise<I18nProvider> {
  let locale = remembered();
  let said: Texts = {};
  const hear = async (to: string) => {
    const [first, others] = texts[to] ?? texts.ky!;
    said = { ...(await first()).default };
    locale = to;
    setLanguage(to);
    const here = said;
    rest = others().then((more) => Object.assign(here, more.default));
  };
  await hear(locale);
  document.documentElement.lang = locale;
  return {
    translate: (key, values) => speak(locale, said, key, values as Values),
    // the language can be changed on any screen
    changeLocale: async (to) => {
      await hear(to);
      await rest;
      // the page's language is saved in the same step: a user who leaves now finds it again
      document.documentElement.lang = to;
    },
    getLocale: () => locale,
    getLocales: () => languages,
  };
}
