import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useI18nProvider, useLocaleState } from "react-admin";
import { api } from "../../api/client";
import { meQuery } from "./api/me";
import { useMe } from "./me";

// chosen before sign-in: it becomes that user's, not that of the next one at this desk
const chosen = "registry.language";

// whose language this tab uses: a change on another device does not change the page underneath its user
const spoken = "registry.language-of";

export const chooseBeforeSignIn = (language: string) => sessionStorage.setItem(chosen, language);

/**
 * The language and how to change it. The provider changes first: if react-admin changed first, it would rebuild every screen and lose what was typed. Server
 * answers are then requested again.
 */
export function useLanguage() {
  const provider = useI18nProvider();
  const client = useQueryClient();
  const [locale, setLocale] = useLocaleState();
  const speak = async (to: string) => {
    await provider.changeLocale(to);
    setLocale(to);
    // eslint-disable-next-line no-restricted-syntax -- names and texts of every answer are in the language
    await client.invalidateQueries();
  };
  return [locale, speak] as const;
}

/** Saves the language with the account: it applies on every device and to mails. */
export function useChooseLanguage() {
  const client = useQueryClient();
  return async (language: string) => {
    client.setQueryData(meQuery.queryKey, (me) => me && { ...me, language });
    await api.put("/api/access/me/language", { body: { language } });
  };
}

/** The language chosen at sign-in is saved with the account; otherwise the account's language is used. */
export function useLanguageOfAccount() {
  const me = useMe();
  const [locale, speak] = useLanguage();
  const choose = useChooseLanguage();
  useEffect(() => {
    const here = sessionStorage.getItem(chosen);
    const isNew = sessionStorage.getItem(spoken) !== me.accountId;
    sessionStorage.removeItem(chosen);
    sessionStorage.setItem(spoken, me.accountId);
    if (here && here !== me.language) void choose(here);
    else if (!here && isNew && me.language && me.language !== locale) void speak(me.language);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, after sign-in
  }, [me.accountId]);
}
