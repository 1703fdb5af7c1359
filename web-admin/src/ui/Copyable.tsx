import Check from "@mui/icons-material/CheckOutlined";
import ContentCopy from "@mui/icons-material/ContentCopyOutlined";
import { Box, IconButton } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";

/** A number that people copy into letters, with a copy button. */
export function Copyable({ text }: { text: string | null | undefined }) {
  const translate = useTranslate();
  const [copied, setCopied] = useState(false);
  if (!text) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    window.setTimeout(() => setCopied(false), 2000);
  };
  const label = translate(copied ? "app.copied" : "app.copy", { text });
  return (
    <Box component="span" sx={{ whiteSpace: "nowrap" }}>
      {text}
      <IconButton size="small" color="inherit" aria-label={label} title={label} onClick={() => void copy()} sx={{ ml: 0.25, p: 0.25 }}>
        {copied ? <Check sx={{ fontSize: 15 }} /> : <ContentCopy sx={{ fontSize: 15 }} />}
      </IconButton>
    </Box>
  );
}
