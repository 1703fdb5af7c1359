import { Box, Button, FormHelperText, FormLabel, Typography } from "@mui/material";
import { useRef } from "react";
import { useTranslate } from "react-admin";
import { useController } from "react-hook-form";
import { useFieldId } from "./Form";
import { useReadOnly } from "./ReadOnly";
import { Shown } from "./Shown";

/** The accepted formats; the server checks by content whether a file really is one of these. */
const kinds = ".jpg,.jpeg,.png,.webp,.pdf,.mp3,.m4a,.ogg,.oga,.opus,.wav";
const largest = 10_000_000;

/** One file, shown with its name and size before it is sent; a phone offers its camera too. */
export function FileField({ name, label }: { name: string; label: string }) {
  const translate = useTranslate();
  const id = useFieldId(name);
  const input = useRef<HTMLInputElement>(null);
  const { field, fieldState } = useController({
    name,
    rules: { validate: (file: File | null) => !file || file.size <= largest || translate("file.too-large") },
  });
  const file = field.value as File | null;
  if (useReadOnly()) return <Shown label={label} value={file?.name} />;
  return (
    <Box>
      <FormLabel htmlFor={id} sx={{ display: "block", mb: 0.5, color: "text.primary", fontWeight: 550, fontSize: 14 }}>
        {label}
      </FormLabel>
      <Box sx={{ display: "flex", gap: 1.5, alignItems: "center", flexWrap: "wrap" }}>
        <input
          ref={input}
          id={id}
          type="file"
          accept={kinds}
          aria-invalid={!!fieldState.error}
          style={{ position: "absolute", width: 1, height: 1, opacity: 0 }}
          onChange={(event) => {
            field.onChange(event.target.files?.[0] ?? null);
            // the same file can be chosen again after it was fixed
            event.target.value = "";
          }}
        />
        <Button
          variant="outlined"
          size="small"
          ref={field.ref}
          aria-describedby={`${id}-help`}
          color={fieldState.error ? "error" : "primary"}
          onClick={() => input.current?.click()}
        >
          {translate(file ? "file.choose-other" : "file.choose")}
        </Button>
        {file && (
          <Typography variant="body2" sx={{ overflowWrap: "anywhere" }}>
            {file.name} · {sizeOf(file.size, translate)}
          </Typography>
        )}
      </Box>
      <FormHelperText id={`${id}-help`} error={!!fieldState.error}>
        {fieldState.error?.message ?? translate("file.help")}
      </FormHelperText>
    </Box>
  );
}

export const sizeOf = (bytes: number, translate: (key: string, values?: object) => string) =>
  bytes < 1_000_000
    ? translate("file.kilobytes", { size: Math.max(1, Math.round(bytes / 1_000)) })
    : translate("file.megabytes", { size: (bytes / 1_000_000).toFixed(1).replace(".", ",") });

/** A file's bytes as sent in JSON; if none is chosen, the server reports it at the field. */
export const contentOf = (file: File | null) =>
  new Promise<string>((resolve, reject) => {
    if (!file) return resolve("");
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error ?? new Error("unreadable"));
    reader.readAsDataURL(file);
  });
