import { FormControl, FormControlLabel, FormHelperText, FormLabel, Checkbox } from "@mui/material";
import { useTranslate } from "react-admin";
import { useController } from "react-hook-form";
import type { Schemas } from "../../../api/client";
import { showDate } from "../../../ui/dates";
import { useFieldId } from "../../../ui/Form";

type Change = Schemas["ChangeView"];
const none = "none";

/** [20] What a save enters: the chosen changes, none of them, or unspecified if none is waiting. */
export function named(chosen: unknown, waiting: readonly Change[]): string[] | null {
  const ids = Array.isArray(chosen) ? (chosen as string[]) : [];
  return waiting.length === 0 || ids.length === 0 ? null : ids.filter((id) => id !== none);
}

/** [20] A save names the waiting changes that it enters, so that an unrelated correction never meets a step. */
export function WaitingChanges({ changes }: { changes: readonly Change[] }) {
  const translate = useTranslate();
  const id = useFieldId("changes");
  const { field, fieldState } = useController({ name: "changes" });
  if (changes.length === 0) return null;
  const chosen = Array.isArray(field.value) ? (field.value as string[]) : [];
  const toggle = (value: string) => {
    if (value === none) return field.onChange(chosen.includes(none) ? [] : [none]);
    const others = chosen.filter((c) => c !== none && c !== value);
    field.onChange(chosen.includes(value) ? others : [...others, value]);
  };
  const options = changes.map((c) => ({
    value: c.id,
    label: `[${c.clause}] ${translate(`change.kind-${c.kind}`)}: ${c.what} (${translate("change.owed", { on: showDate(c.dueOn) })})`,
  }));
  return (
    <FormControl component="fieldset" error={!!fieldState.error} sx={{ bgcolor: "background.default", p: 2, borderRadius: 1 }}>
      <FormLabel component="legend" htmlFor={id} sx={{ color: "text.primary", fontWeight: 550, fontSize: 14 }}>
        {translate("change.this-save")}
      </FormLabel>
      {[...options, { value: none, label: translate("change.none-of-them") }].map((option, index) => (
        <FormControlLabel
          key={option.value}
          control={
            <Checkbox
              id={index === 0 ? id : undefined}
              size="small"
              checked={chosen.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
          }
          label={option.label}
        />
      ))}
      {fieldState.error && <FormHelperText>{fieldState.error.message}</FormHelperText>}
    </FormControl>
  );
}
