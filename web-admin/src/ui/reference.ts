import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useLocaleState, useTranslate } from "react-admin";
import { useMe } from "../app/core/me";
import type { Schemas } from "../api/client";
import { dictionariesQuery, territoriesQuery } from "../app/core/api/reference";
import { treeInAlphabet } from "./alphabet";
import { today } from "./dates";
import type { Option } from "./fields";
import { fold, type TerritoryOption } from "./territories";

type Named = { nameKy: string; nameRu: string; nameEn?: string };
type Territory = Schemas["TerritoryRow"];

/** A name in the reader's language. */
export function useName() {
  const [locale] = useLocaleState();
  return useCallback(
    (named: Named | undefined) =>
      !named ? "" : locale === "ru" ? named.nameRu : locale === "en" ? (named.nameEn ?? named.nameRu) : named.nameKy,
    [locale],
  );
}

export const useTerritories = () => useQuery(territoriesQuery);

/** Where the record of an adopted child lies; see Soate on the server. */
const sealedTerritory = "99900000000000";

/** Names a territory by its code: «Ысык-Көл облусу, Ак-Суу району» would be too long for a list, so only its own name. */
export function useTerritoryName() {
  const territories = useTerritories().data;
  const name = useName();
  const translate = useTranslate();
  return (code: string | null | undefined) =>
    code === sealedTerritory ? translate("field.territory-sealed") : code ? name(territories?.find((t) => t.code === code)) || code : "";
}

/** A text of the rules or the form in the reader's language. */
export function useSay() {
  const [locale] = useLocaleState();
  return (text: Schemas["LocalText"] | null | undefined) => (!text ? "" : locale === "ru" ? text.ru : locale === "en" ? text.en : text.ky);
}

/** The code prefix that every territory inside shares; see Soate on the server. */
export function prefixOf(code: string) {
  if (/^.{5}0+$/.test(code)) return code.slice(0, 5);
  if (["000000", "000010"].includes(code.slice(8))) return code.slice(0, 8);
  return code.endsWith("000") ? code.slice(0, 11) : code;
}

/** Territories to choose from: those of the reader's scope, or all. */
export function useTerritoryOptions({
  all = false,
  level = 2,
  deepest = Infinity,
}: { all?: boolean; level?: number; deepest?: number } = {}): TerritoryOption[] {
  const { scope, territory } = useMe();
  const territories = useTerritories().data;
  const name = useName();
  return useMemo(() => {
    const known = new Map((territories ?? []).map((t) => [t.code, t]));
    const parents = new Set((territories ?? []).map((t) => t.parent));
    const above = (code: string | null | undefined): Territory[] => {
      const parent = code ? known.get(code) : undefined;
      return parent ? [parent, ...above(parent.parent)] : [];
    };
    const own = scope === "territory" && territory ? known.get(territory)?.level : undefined;
    return treeInAlphabet(territories ?? [], name)
      .filter((t) => t.level >= level || !parents.has(t.code))
      .filter((t) => t.level <= Math.max(deepest, own ?? 0))
      .filter((t) => all || scope === "republic" || (territory && t.code.startsWith(prefixOf(territory))))
      .map((t) => {
        const path = above(t.parent);
        return {
          value: t.code,
          label: [t, ...path].map(name).join(" — "),
          level: t.level,
          parent: t.parent ?? null,
          search: fold([t, ...path].flatMap((p) => [p.nameKy, p.nameRu, p.nameEn]).join(" ")),
        };
      });
  }, [territories, scope, territory, all, level, deepest, name]);
}

const useDictionaries = () => useQuery(dictionariesQuery);

export function useDictionary(dictionary: string) {
  const data = useDictionaries().data;
  const name = useName();
  const items = (data?.items ?? []).filter((item) => item.dictionary === dictionary);
  const day = today();
  return {
    options: items.map((i): Option => ({
      value: i.code,
      label: name(i),
      ended: i.validFrom > day || (!!i.validUntil && i.validUntil < day),
    })),
    name: (code: string | null | undefined) => (code ? name(items.find((i) => i.code === code)) || code : ""),
  };
}

/** Names any code by its dictionary; an unknown code is shown as is. */
export function useDictionaryWords() {
  const items = useDictionaries().data?.items;
  const name = useName();
  return (dictionary: string, code: string) => name(items?.find((i) => i.dictionary === dictionary && i.code === code)) || code;
}

/** Fields of the open list; an ended one is shown only where it was filled before. */
export function useFurtherFields(): (Schemas["FurtherFieldRow"] & { ended: boolean })[] {
  const day = today();
  return (useDictionaries().data?.furtherFields ?? []).map((f) => ({
    ...f,
    ended: f.validFrom > day || (!!f.validUntil && f.validUntil < day),
  }));
}
