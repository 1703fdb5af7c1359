import { Autocomplete, TextField } from "@mui/material";
import { useTranslate } from "react-admin";
import { useController } from "react-hook-form";
import { useFieldId } from "./Form";
import { type Field, Labelled, labelOf, type Option } from "./fields";
import { useReadOnly } from "./ReadOnly";
import { Shown } from "./Shown";

/**
 * A long list to choose from by typing.
 * @param onInput - Called with what is typed; the options are then search results, and are not filtered again here.
 */
export function Pick({
  name,
  label,
  optional,
  options,
  help,
  multiple,
  onInput,
}: Field & { options: Option[]; multiple?: boolean; onInput?: (text: string) => void }) {
  const id = useFieldId(name);
  const translate = useTranslate();
  const { field, fieldState } = useController({ name });
  const chosen = multiple ? ((field.value as string[] | null) ?? []) : [field.value as string | null];
  const readOnly = useReadOnly();
  const byValue = (value: unknown) => options.find((o) => o.value === value) ?? null;
  const error =
    fieldState.error?.message ??
    (Array.isArray(fieldState.error) ? (fieldState.error as { message?: string }[]).find((e) => e?.message)?.message : undefined);
  if (readOnly) return <Shown name={name} label={label} value={chosen.map((value) => labelOf(options, value)).join("; ")} />;
  return (
    <Labelled id={id} label={label} optional={optional}>
      <Autocomplete
        id={id}
        multiple={multiple}
        options={options.filter((o) => !o.ended || chosen.includes(o.value))}
        value={multiple ? ((field.value as string[] | null) ?? []).map(byValue).filter((o) => o !== null) : byValue(field.value)}
        onChange={(_, chosen) => field.onChange(Array.isArray(chosen) ? chosen.map((o) => o.value) : (chosen?.value ?? null))}
        onBlur={field.onBlur}
        {...(onInput && {
          filterOptions: (found: Option[]) => found,
          onInputChange: (_: unknown, text: string, why: string) => onInput(why === "input" ? text : ""),
        })}
        isOptionEqualToValue={(a, b) => a.value === b.value}
        noOptionsText={translate("form.nothing-found")}
        openText={translate("form.open")}
        closeText={translate("form.close")}
        clearText={translate("form.clear")}
        disableCloseOnSelect={multiple}
        renderInput={(params) => (
          <TextField
            {...params}
            inputRef={field.ref}
            error={!!fieldState.error}
            helperText={error ?? help}
            placeholder={multiple ? undefined : translate("form.choose")}
          />
        )}
      />
    </Labelled>
  );
}
