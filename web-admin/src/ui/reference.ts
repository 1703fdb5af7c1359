import { useQuery } from "@tanstack/react-query";
import { useLocaleState, useTranslate } from "react-admin";
import { useMe } from "../app/me";
import { api, type Schemas } from "../api/client";
import { treeInAlphabet } from "./alphabet";
import { today } from "./dates";
import type { Option } from "./fields";

type Named = { nameKy: string; nameRu: string; nameEn?: string };
const long = 10 * 60_000;

/** A name in the reader's language. */
export function useName() {
  const [locale] = useLocaleState();
  return (named: Named | undefined) =>
    !named ? "" : locale === "ru" ? named.nameRu : locale === "en" ? (named.nameEn ?? named.nameRu) : named.nameKy;
}

export const useTerritories = () =>
  useQuery({
    queryKey: ["territories"],
    queryFn: async () => (await api.get("/api/access/territories", { query: {} })).data.items,
    staleTime: long,
  });

/** Where the record of an adopted child lies; see Soate on the server. */
const sealedTerritory = "99900000000000";

/** Names a territory by its code: «Ысык-Көл облусу, Ак-Суу району» would be too long for a list, so only its own name. */
export function useTerritoryName() {
  const territories = useTerritories().data;
  const name = useName();
  const translate = useTranslate();
  return (code: string | null | undefined) =>
    code === sealedTerritory ? translate("territory.sealed") : code ? name(territories?.find((t) => t.code === code)) || code : "";
}

/** A text of the rules or the form in the reader's language. */
export function useSay() {
  const [locale] = useLocaleState();
  return (text: Schemas["LocalText"] | null | undefined) => (!text ? "" : locale === "ru" ? text.ru : locale === "en" ? text.en : text.ky);
}

/** The part of a code that every territory inside shares; see Soate on the server. */
export function prefixOf(code: string) {
  if (/^.{5}0+$/.test(code)) return code.slice(0, 5);
  if (["000000", "000010"].includes(code.slice(8))) return code.slice(0, 8);
  return code.endsWith("000") ? code.slice(0, 11) : code;
}

/** Territories to choose from: those of the reader's scope, or all. */
export function useTerritoryOptions({ all = false, level = 2 }: { all?: boolean; level?: number } = {}): Option[] {
  const { scope, territory } = useMe();
  const territories = useTerritories().data ?? [];
  const name = useName();
  const named = new Map(territories.map((t) => [t.code, name(t)]));
  return treeInAlphabet(territories, name)
    .filter((t) => t.level >= level || !territories.some((child) => child.parent === t.code))
    .filter((t) => all || scope === "republic" || (territory && t.code.startsWith(prefixOf(territory))))
    .map((t) => ({ value: t.code, label: t.parent && named.has(t.parent) ? `${name(t)} — ${named.get(t.parent)}` : name(t) }));
}

const useDictionaries = () =>
  useQuery({ queryKey: ["dictionaries"], queryFn: async () => (await api.get("/api/children/dictionaries")).data, staleTime: long });

export function useDictionary(dictionary: string) {
  const data = useDictionaries().data;
  const name = useName();
  const items = (data?.items ?? []).filter((item) => item.dictionary === dictionary);
  const day = today();
  return {
    options: items
      .filter((i) => i.validFrom <= day && (!i.validUntil || i.validUntil >= day))
      .map((i): Option => ({ value: i.code, label: name(i) })),
    name: (code: string | null | undefined) => (code ? name(items.find((i) => i.code === code)) || code : ""),
  };
}

export function useFurtherFields(): Schemas["FurtherFieldRow"][] {
  const day = today();
  return (useDictionaries().data?.furtherFields ?? []).filter((f) => f.validFrom <= day && (!f.validUntil || f.validUntil >= day));
}
