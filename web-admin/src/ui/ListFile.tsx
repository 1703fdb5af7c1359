import FileDownload from "@mui/icons-material/FileDownloadOutlined";
import { Box, Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { Refusal } from "./Refusal";
import { useStreamedFile } from "./useStreamedFile";

/** A list with its filters as a file, XLSX or CSV, as the server writes it. A second press while it comes calls it off. */
export function ListFile({ name, address, query }: { name: string; address: string; query: Record<string, string | boolean | undefined> }) {
  const translate = useTranslate();
  const { running, error, start, cancel } = useStreamedFile();
  const addressOf = (format: string) => {
    const params = new URLSearchParams({ format });
    for (const [key, value] of Object.entries(query)) if (value !== undefined) params.set(key, String(value));
    return `${address}?${params.toString()}`;
  };
  if (running)
    return (
      <Button onClick={cancel} variant="outlined" size="small">
        {translate("export.cancel")}
      </Button>
    );
  return (
    <Box role="group" aria-label={translate("list.as-file")}>
      {(["xlsx", "csv"] as const).map((format) => (
        <Button key={format} startIcon={<FileDownload />} onClick={() => start(`${name}.${format}`, addressOf(format), false)}>
          {translate(`export.${format}`)}
        </Button>
      ))}
      <Refusal error={error} />
    </Box>
  );
}
