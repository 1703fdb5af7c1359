import { Box, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, TextField, Typography } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { readDate, showDate } from "../../ui/dates";
import { useSay } from "../../ui/reference";
import type { Question } from "./form";

/** One question of the assessment form, by its kind. */
export function QuestionField({
  question,
  value,
  fromCard,
  onChange,
}: {
  question: Question;
  value: string;
  fromCard: boolean;
  onChange: (value: string) => void;
}) {
  const translate = useTranslate();
  const say = useSay();
  const id = `q-${question.code}`;
  const label = `${say(question.text)}${question.required ? "" : ` (${translate("form.optional")})`}`;
  const help = fromCard ? translate("assessment.from-card") : undefined;
  if (question.kind === "choice")
    return (
      <FormControl>
        <FormLabel id={id} sx={{ color: "text.primary", fontWeight: 550 }}>
          {label}
        </FormLabel>
        <RadioGroup row aria-labelledby={id} value={value} onChange={(event) => onChange(event.target.value)}>
          {question.answers.map((answer) => (
            <FormControlLabel key={answer.code} value={answer.code} control={<Radio size="small" />} label={say(answer.text)} />
          ))}
        </RadioGroup>
        {help && (
          <Typography variant="body2" color="textSecondary">
            {help}
          </Typography>
        )}
      </FormControl>
    );
  return (
    <Box>
      <FormLabel htmlFor={id} sx={{ color: "text.primary", fontWeight: 550 }}>
        {label}
      </FormLabel>
      {question.kind === "date" ? (
        <DayField id={id} value={value} onChange={onChange} />
      ) : (
        <TextField
          id={id}
          fullWidth
          multiline
          minRows={2}
          value={value}
          helperText={help}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Box>
  );
}

/** A day as dd.MM.yyyy; only a complete one is sent. */
function DayField({ id, value, onChange }: { id: string; value: string; onChange: (value: string) => void }) {
  const translate = useTranslate();
  const [text, setText] = useState(showDate(value) || "");
  const wrong = text !== "" && readDate(text) === null;
  return (
    <TextField
      id={id}
      fullWidth
      value={text}
      placeholder={translate("form.date-shape")}
      error={wrong}
      helperText={wrong ? translate("form.date-wrong") : undefined}
      sx={{ maxWidth: 180, display: "block" }}
      onChange={(event) => {
        setText(event.target.value);
        const day = readDate(event.target.value);
        if (day || event.target.value === "") onChange(day ?? "");
      }}
    />
  );
}
