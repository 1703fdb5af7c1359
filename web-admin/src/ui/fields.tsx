import Visibility from "@mui/icons-material/VisibilityOutlined";
import VisibilityOff from "@mui/icons-material/VisibilityOffOutlined";
import {
  Box,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormHelperText,
  FormLabel,
  IconButton,
  MenuItem,
  Radio,
  RadioGroup,
  Select,
  TextField,
} from "@mui/material";
import { useEffect, useState } from "react";
import { useTranslate } from "react-admin";
import { Controller, useController, useFormContext } from "react-hook-form";
import { CalendarButton } from "./CalendarButton";
import { readDate, showDate } from "./dates";
import { useFieldId } from "./Form";
import { useReadOnly } from "./ReadOnly";
import { Shown } from "./Shown";

/** An ended one is offered only where it was chosen before. */
export type Option = { value: string; label: string; ended?: boolean };
export type Field = { name: string; label: string; optional?: boolean; help?: string; disabled?: boolean };

const useLabel = (label: string, optional?: boolean) => {
  const translate = useTranslate();
  return optional ? `${label} (${translate("form.optional")})` : label;
};

/** Labels are above their fields; required is the default and optional is marked. */
export function Labelled({ id, label, optional, children }: { id: string; label: string; optional?: boolean; children: React.ReactNode }) {
  return (
    <FormControl fullWidth>
      <FormLabel htmlFor={id} id={`${id}-label`} sx={{ mb: 0.5, color: "text.primary", fontWeight: 550, fontSize: 14 }}>
        {useLabel(label, optional)}
      </FormLabel>
      {children}
    </FormControl>
  );
}

export function Text({
  name,
  label,
  optional,
  help,
  lines,
  type,
  width,
  disabled,
  mono,
  autoComplete,
  autoFocus,
}: Field & { lines?: number; type?: string; width?: number; mono?: boolean; autoComplete?: string; autoFocus?: boolean }) {
  const translate = useTranslate();
  const id = useFieldId(name);
  const { field, fieldState } = useController({ name });
  const [shown, setShown] = useState(false);
  const secret = type === "password";
  if (useReadOnly()) return <Shown name={name} label={label} value={field.value as string} />;
  return (
    <Labelled id={id} label={label} optional={optional}>
      <TextField
        {...field}
        value={(field.value as string | undefined) ?? ""}
        inputRef={field.ref}
        id={id}
        type={secret && shown ? "text" : (type ?? "text")}
        autoFocus={autoFocus}
        disabled={disabled}
        multiline={!!lines}
        minRows={lines}
        error={!!fieldState.error}
        helperText={fieldState.error?.message ?? help}
        sx={{ maxWidth: width }}
        slotProps={{
          htmlInput: {
            "aria-invalid": !!fieldState.error,
            // password managers fill in and save by these names
            autoComplete: autoComplete ?? (secret ? "current-password" : "off"),
            style: mono ? { fontVariantNumeric: "tabular-nums" } : undefined,
          },
          input: secret
            ? {
                endAdornment: (
                  <IconButton
                    size="small"
                    edge="end"
                    aria-label={translate(shown ? "form.hide-password" : "form.show-password")}
                    aria-pressed={shown}
                    title={translate(shown ? "form.hide-password" : "form.show-password")}
                    onClick={() => setShown(!shown)}
                  >
                    {shown ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
                  </IconButton>
                ),
              }
            : undefined,
        }}
      />
    </Labelled>
  );
}

/** A personal number: 14 digits; pasted spaces are dropped. */
export function PinField({ name, label, optional }: Field) {
  const id = useFieldId(name);
  const { field, fieldState } = useController({ name });
  if (useReadOnly()) return <Shown name={name} label={label} value={field.value as string} />;
  return (
    <Labelled id={id} label={label} optional={optional}>
      <TextField
        {...field}
        value={(field.value as string | undefined) ?? ""}
        inputRef={field.ref}
        id={id}
        onChange={(event) => field.onChange(event.target.value.replace(/\D/g, "").slice(0, 14))}
        error={!!fieldState.error}
        helperText={fieldState.error?.message ?? `${String(field.value ?? "").length} / 14`}
        sx={{ maxWidth: 220 }}
        slotProps={{
          htmlInput: { inputMode: "numeric", "aria-invalid": !!fieldState.error, style: { fontVariantNumeric: "tabular-nums" } },
        }}
      />
    </Labelled>
  );
}

/** A day as dd.MM.yyyy; accepts other formats when pasted. The form holds ISO 8601. */
export function Day({ name, label, optional, help, disabled }: Field) {
  const id = useFieldId(name);
  const translate = useTranslate();
  const { field, fieldState } = useController({
    name,
    rules: { validate: (value) => !value || readDate(String(value)) !== null || translate("form.date-wrong") },
  });
  const [text, setText] = useState(showDate(field.value as string) || String(field.value ?? ""));
  useEffect(() => {
    if (readDate(text) !== (field.value || null) && readDate(String(field.value ?? "")) !== null) setText(showDate(field.value as string));
    if (!field.value) setText((current) => (readDate(current) ? "" : current));
  }, [field.value, text]);
  if (useReadOnly()) return <Shown name={name} label={label} value={showDate(field.value as string)} />;
  return (
    <Labelled id={id} label={label} optional={optional}>
      <TextField
        id={id}
        value={text}
        inputRef={field.ref}
        disabled={disabled}
        placeholder={translate("form.date-shape")}
        onChange={(event) => {
          setText(event.target.value);
          field.onChange(readDate(event.target.value) ?? event.target.value);
        }}
        onBlur={() => {
          const iso = readDate(text);
          if (iso) setText(showDate(iso));
          field.onBlur();
        }}
        error={!!fieldState.error}
        helperText={fieldState.error?.message ?? help}
        sx={{ maxWidth: 190 }}
        slotProps={{
          htmlInput: { inputMode: "numeric", "aria-invalid": !!fieldState.error },
          input: {
            endAdornment: (
              <CalendarButton
                label={label}
                value={readDate(text)}
                disabled={disabled}
                onPick={(iso) => {
                  setText(showDate(iso));
                  field.onChange(iso);
                }}
              />
            ),
          },
        }}
      />
    </Labelled>
  );
}

/** The name of a value; a value without a name is shown as is. */
export const labelOf = (options: Option[], value: unknown) =>
  options.find((o) => o.value === value)?.label ?? ((value as string | null) || "");

export function Choice({ name, label, optional, help, options, disabled }: Field & { options: Option[] }) {
  const id = useFieldId(name);
  const translate = useTranslate();
  const { field, fieldState } = useController({ name });
  if (useReadOnly()) return <Shown name={name} label={label} value={labelOf(options, field.value)} />;
  return (
    <Labelled id={id} label={label} optional={optional}>
      <Select
        id={`${id}-shown`}
        value={options.some((o) => o.value === field.value) ? (field.value as string) : ""}
        onChange={field.onChange}
        onBlur={field.onBlur}
        displayEmpty
        disabled={disabled}
        error={!!fieldState.error}
        SelectDisplayProps={{ id, "aria-labelledby": `${id}-label ${id}`, "aria-invalid": !!fieldState.error }}
      >
        <MenuItem value="">
          <Box component="span" sx={{ color: "text.secondary" }}>
            {translate("form.choose")}
          </Box>
        </MenuItem>
        {options
          .filter((o) => !o.ended || o.value === field.value)
          .map((option) => (
            <MenuItem key={option.value} value={option.value} sx={{ whiteSpace: "normal" }}>
              {option.label}
            </MenuItem>
          ))}
      </Select>
      {(fieldState.error ?? help) && <FormHelperText error={!!fieldState.error}>{fieldState.error?.message ?? help}</FormHelperText>}
    </Labelled>
  );
}

/** Yes, no or not answered yet. */
export function YesNo({ name, label }: Field) {
  const id = useFieldId(name);
  const translate = useTranslate();
  const { field, fieldState } = useController({ name });
  const said = field.value as boolean | null;
  if (useReadOnly())
    return <Shown name={name} label={label} value={typeof said === "boolean" ? translate(said ? "form.yes" : "form.no") : ""} />;
  return (
    <FormControl error={!!fieldState.error}>
      <FormLabel id={`${id}-label`} sx={{ color: "text.primary", fontWeight: 550, fontSize: 14 }}>
        {label}
      </FormLabel>
      <RadioGroup
        row
        id={id}
        aria-labelledby={`${id}-label`}
        value={field.value === true ? "yes" : field.value === false ? "no" : ""}
        onChange={(event) => field.onChange(event.target.value === "yes")}
      >
        <FormControlLabel value="yes" control={<Radio size="small" />} label={translate("form.yes")} />
        <FormControlLabel value="no" control={<Radio size="small" />} label={translate("form.no")} />
      </RadioGroup>
      {fieldState.error && <FormHelperText>{fieldState.error.message}</FormHelperText>}
    </FormControl>
  );
}

export function RadioChoice({ name, label, options }: Field & { options: (Option & { help?: string })[] }) {
  const id = useFieldId(name);
  const { field, fieldState } = useController({ name });
  if (useReadOnly()) return <Shown name={name} label={label} value={labelOf(options, field.value)} />;
  return (
    <FormControl error={!!fieldState.error}>
      <FormLabel id={`${id}-label`} sx={{ color: "text.primary", fontWeight: 550, fontSize: 14 }}>
        {label}
      </FormLabel>
      <RadioGroup
        id={id}
        aria-labelledby={`${id}-label`}
        value={(field.value as string | undefined) ?? ""}
        onChange={(event) => field.onChange(event.target.value)}
      >
        {options.map((option) => (
          <FormControlLabel
            key={option.value}
            value={option.value}
            control={<Radio size="small" />}
            label={
              <>
                {option.label}
                {option.help && (
                  <Box component="span" sx={{ color: "text.secondary", display: "block", fontSize: 13 }}>
                    {option.help}
                  </Box>
                )}
              </>
            }
          />
        ))}
      </RadioGroup>
      {fieldState.error && <FormHelperText>{fieldState.error.message}</FormHelperText>}
    </FormControl>
  );
}

/** @param exception - Shown to a reader only if set, such as «no patronymic». */
export function Check({ name, label, exception }: Field & { exception?: boolean }) {
  const id = useFieldId(name);
  const translate = useTranslate();
  const { control, watch } = useFormContext();
  const isSo = !!watch(name);
  if (useReadOnly()) return exception && !isSo ? null : <Shown label={label} value={translate(isSo ? "form.yes" : "form.no")} />;
  return (
    <Controller
      name={name}
      control={control}
      render={({ field, fieldState: { error } }) => (
        <FormControl error={!!error}>
          <FormControlLabel
            control={
              <Checkbox
                id={id}
                size="small"
                checked={!!field.value}
                onChange={(event) => field.onChange(event.target.checked)}
                slotProps={{ input: { "aria-invalid": !!error } }}
              />
            }
            label={label}
          />
          {error && <FormHelperText>{error.message}</FormHelperText>}
        </FormControl>
      )}
    />
  );
}
