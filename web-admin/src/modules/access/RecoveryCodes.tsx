import { Alert, Box, Button } from "@mui/material";
import { useTranslate } from "react-admin";

/** Recovery codes, shown only once: to be printed or written down before continuing. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const translate = useTranslate();
  return (
    <Box>
      <Alert severity="warning" sx={{ mb: 2 }}>
        {translate("recovery.keep")}
      </Alert>
      <Box
        component="ol"
        aria-label={translate("recovery.codes")}
        sx={{ fontFamily: "monospace", fontSize: 15, lineHeight: 1.9, columnWidth: 230, whiteSpace: "nowrap", pl: 4, m: 0, mb: 2 }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5 }}>
        <Button variant="contained" onClick={onKept}>
          {translate("recovery.kept")}
        </Button>
        <Button variant="outlined" onClick={() => window.print()}>
          {translate("recovery.print")}
        </Button>
      </Box>
    </Box>
  );
}
