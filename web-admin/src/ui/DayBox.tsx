import { TextField } from "@mui/material";
import { useEffect, useState } from "react";
import { CalendarButton } from "./CalendarButton";
import { readDate, showDate } from "./dates";

/** A day of a list's filters as dd.MM.yyyy; an invalid date stays red and is not requested. */
export function DayBox({ label, value, onChange }: { label: string; value: string; onChange: (iso: string) => void }) {
  const [text, setText] = useState(showDate(value));
  useEffect(() => setText(showDate(value)), [value]);
  const read = readDate(text);
  return (
    <TextField
      label={label}
      value={text}
      error={!read}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => read && onChange(read)}
      onKeyDown={(event) => event.key === "Enter" && read && onChange(read)}
      slotProps={{
        htmlInput: { inputMode: "numeric", placeholder: "31.12.2026" },
        input: { endAdornment: <CalendarButton label={label} value={read} onPick={onChange} /> },
      }}
      sx={{ bgcolor: "background.paper", width: 175 }}
    />
  );
}
