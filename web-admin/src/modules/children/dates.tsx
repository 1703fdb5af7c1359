import { Alert, Box, Button } from "@mui/material";
import { useRef } from "react";
import { useTranslate } from "react-admin";
import { useFormContext } from "react-hook-form";
import { showDate } from "../../ui/dates";
import { Check, Text } from "../../ui/fields";

/** The birth date inside a personal number, ISO. */
export const pinDay = (pin: string) => `${pin.slice(5, 9)}-${pin.slice(3, 5)}-${pin.slice(1, 3)}`;

/** A reason is required once the server says that a date needs one; from then on its field stays. */
export function Because({ name, label }: { name: string; label: string }) {
  const { watch, formState, getFieldState } = useFormContext();
  const shown = useRef(false);
  shown.current ||= !!watch(name) || !!getFieldState(name, formState).error;
  return shown.current ? <Text name={name} label={label} lines={2} /> : null;
}

/** Values contradict the birth date: choose the right one, or mark it as being clarified. Nothing is discarded without a click. */
export function DateQuestion({ prefix = "", withAge = false }: { prefix?: string; withAge?: boolean }) {
  const translate = useTranslate();
  const { watch, formState, getFieldState, setValue, clearErrors } = useFormContext();
  const names = { born: `${prefix}birthDate`, pin: `${prefix}pin`, age: `${prefix}age`, inDoubt: `${prefix}birthDateInDoubt` };
  const inDoubt = watch(names.inDoubt) as boolean;
  const asked = useRef(false);
  asked.current ||= inDoubt;
  const contradiction = getFieldState(names.born, formState).error?.type;
  const byPin = contradiction === "child.pin-tells-otherwise";
  const byAge = contradiction === "child.age-tells-otherwise" && withAge;
  const answer = (name: string, value: string | boolean) => {
    setValue(name, value, { shouldDirty: true });
    clearErrors(names.born);
  };
  const values = watch([names.born, names.pin, names.age]) as (string | undefined)[];
  const [born = "", pin = "", age = ""] = values;
  if (!byPin && !byAge) return asked.current ? <Check name={names.inDoubt} label={translate("dates.in-doubt")} /> : null;
  return (
    <Alert severity="warning" role="group" aria-label={translate("dates.which")}>
      {translate("dates.which")}
      <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", mt: 1 }}>
        <Button variant="outlined" color="inherit" size="small" onClick={() => answer(byPin ? names.pin : names.age, "")}>
          {translate(byPin ? "dates.date-right-not-pin" : "dates.date-right-not-age", { day: showDate(born), age })}
        </Button>
        <Button variant="outlined" color="inherit" size="small" onClick={() => answer(names.born, byPin ? pinDay(pin) : "")}>
          {translate(byPin ? "dates.pin-right" : "dates.age-right", { day: byPin ? showDate(pinDay(pin)) : "", age })}
        </Button>
        <Button variant="outlined" color="inherit" size="small" onClick={() => answer(names.inDoubt, true)}>
          {translate("dates.clarify")}
        </Button>
      </Box>
    </Alert>
  );
}
