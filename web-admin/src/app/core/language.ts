import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useI18nProvider, useLocaleState } from "react-admin";
import { api } from "../../api/client";
import { meQuery } from "./api/me";
import { useMe } from "./me";

// chosen before somebody signed in: it becomes theirs, and not that of the next one at this desk
const chosen = "registry.language";

// whose language this tab speaks: another device that changes it does not change the page under somebody's hands
const spoken = "registry.language-of";

export const chooseBeforeSignIn = (language: string) => sessionStorage.setItem(chosen, language);

/**
 * The language and how to change it. The provider changes first: react-admin, told first, would build every screen anew, and what was typed would be gone. What the server has said
 * is asked for again.
 */
export function useLanguage() {
  const provider = useI18nProvider();
  const client = useQueryClient();
  const [locale, setLocale] = useLocaleState();
  const speak = async (to: string) => {
    await provider.changeLocale(to);
    setLocale(to);
    // eslint-disable-next-line no-restricted-syntax -- names and texts of every answer come in the language
    await client.invalidateQueries();
  };
  return [locale, speak] as const;
}

/** Saves the language with the account: it is there on every device, and mails are written in it. */
export function useChooseLanguage() {
  const client = useQueryClient();
  return async (language: string) => {
    client.setQueryData(meQuery.queryKey, (me) => me && { ...me, language });
    await api.put("/api/access/me/language", { body: { language } });
  };
}

/** What was chosen at the sign-in goes to the account; otherwise the account's language is spoken. */
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
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when somebody has come in
  }, [me.accountId]);
}
