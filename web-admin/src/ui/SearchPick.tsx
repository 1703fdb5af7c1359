import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useFormContext } from "react-hook-form";
import { api } from "../api/client";
import { key } from "../app/core/api/keys";
import { type Option } from "./fields";
import { Pick } from "./Pick";
import { useName } from "./reference";

const pause = 250;

type Props = { name: string; label: string };
type Source = { key: string; find: (asked: { search?: string; id?: string }) => Promise<Option[]> };

/** A choice among more than a list can show: the server searches as you type. */
function SearchPick({ name, label, source }: Props & { source: Source }) {
  const [typed, setTyped] = useState("");
  const [search, setSearch] = useState("");
  useEffect(() => {
    const wait = setTimeout(() => setSearch(typed.trim()), pause);
    return () => clearTimeout(wait);
  }, [typed]);
  const chosen = useFormContext().watch(name) as string;
  const found = useQuery({
    queryKey: key("passing", "pick", source.key, search),
    queryFn: () => source.find({ search: search || undefined }),
    placeholderData: keepPreviousData,
  });
  const known = useQuery({
    queryKey: key("passing", "pick", source.key, "one", chosen),
    enabled: !!chosen,
    queryFn: () => source.find({ id: chosen }),
    staleTime: Infinity,
  });
  const options = [...(known.data ?? []), ...(found.data ?? [])].filter((o, i, all) => all.findIndex((x) => x.value === o.value) === i);
  return <Pick name={name} label={label} options={options} onInput={setTyped} />;
}

/** One of the bodies [16.1]. */
export function BodyPick(props: Props) {
  const name = useName();
  return (
    <SearchPick
      {...props}
      source={{
        key: "bodies",
        find: async (query) => (await api.get("/api/access/bodies", { query })).data.items.map((b) => ({ value: b.id, label: name(b) })),
      }}
    />
  );
}

/** One of the responsible specialists [16.3]. */
export function SpecialistPick(props: Props) {
  return (
    <SearchPick
      {...props}
      source={{
        key: "specialists",
        find: async (query) =>
          (await api.get("/api/access/specialists", { query })).data.items.map((s) => ({
            value: s.id,
            label: `${s.fullName}, ${s.position}`,
          })),
      }}
    />
  );
}
