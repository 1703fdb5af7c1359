import { useMemo, useState } from "react";
import { useFormContext } from "react-hook-form";
import { useTranslate } from "react-admin";
import { type Field } from "./fields";
import { Pick } from "./Pick";
import { useReadOnly } from "./ReadOnly";
import { useTerritoryName, useTerritoryOptions } from "./reference";
import { Shown } from "./Shown";
import { findTerritories } from "./territories";

type Props = Field & {
  /** Also places outside the reader's own. */
  all?: boolean;
  /** The topmost level that can be chosen: 1 an oblast, 2 a rayon or a city. */
  level?: number;
};

/** One of thousands of places: typing searches the names of the place and of those containing it, or its code; otherwise the adjacent levels are offered. */
export function TerritoryPick({ all, level, ...props }: Props) {
  const translate = useTranslate();
  const options = useTerritoryOptions({ all, level });
  const [typed, setTyped] = useState("");
  const chosen = useFormContext().watch(props.name) as string | null;
  const { shown, more } = useMemo(() => findTerritories(options, typed, chosen), [options, typed, chosen]);
  const name = useTerritoryName();
  if (useReadOnly())
    return <Shown name={props.name} label={props.label} value={options.find((o) => o.value === chosen)?.label ?? name(chosen)} />;
  return (
    <Pick
      {...props}
      options={shown}
      onInput={setTyped}
      help={more > 0 ? translate("territory.type-more", { smart_count: more }) : props.help}
    />
  );
}
