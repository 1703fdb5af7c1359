import Print from "@mui/icons-material/PrintOutlined";
import { Alert, Box, Button, GlobalStyles, Typography } from "@mui/material";
import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { useTranslate } from "react-admin";
import { showDate, today } from "../../ui/dates";
import { Copyable } from "../../ui/Copyable";
import { reveal } from "../../ui/reveal";

export type Given = { login: string; password: string; fullName: string };

/** [15.2] The first password, shown once to the person who confirmed the access: to be copied, or printed as a sealed letter to its owner. */
export function FirstPassword({ given }: { given: Given }) {
  const translate = useTranslate();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current) reveal(place.current);
  }, [given]);
  return (
    <>
      <Alert ref={place} tabIndex={-1} severity="warning" sx={{ mt: 1.5, color: "text.primary" }}>
        <Typography>
          {translate("account.login")}: <b data-testid="login">{given.login}</b>. {translate("account.first-password")}:{" "}
          <b data-testid="password" style={{ fontFamily: "monospace", fontSize: 18 }}>
            <Copyable text={given.password} />
          </b>
        </Typography>
        <Typography>{translate("account.shown-once")}</Typography>
        <Button sx={{ mt: 1 }} size="small" variant="outlined" color="inherit" startIcon={<Print />} onClick={() => window.print()}>
          {translate("account.print-letter")}
        </Button>
      </Alert>
      {createPortal(<Letter given={given} />, document.body)}
    </>
  );
}

/** Printed instead of the screen. */
function Letter({ given }: { given: Given }) {
  const translate = useTranslate();
  return (
    <>
      <GlobalStyles styles={{ "@media print": { "#root": { display: "none" } } }} />
      <Box sx={{ display: "none", "@media print": { display: "block", p: 4, fontSize: 16 } }} data-testid="letter" aria-hidden>
        <Typography sx={{ fontWeight: 700, mb: 2 }}>{translate("app.title")}</Typography>
        <Typography sx={{ mb: 2 }}>{translate("account.letter-to", { name: given.fullName })}</Typography>
        <Typography sx={{ mb: 2 }}>{translate("account.letter-says")}</Typography>
        <Typography>
          {translate("account.login")}: <b>{given.login}</b>
        </Typography>
        <Typography sx={{ mb: 2 }}>
          {translate("account.first-password")}: <b style={{ fontFamily: "monospace", fontSize: 20 }}>{given.password}</b>
        </Typography>
        <Typography>{showDate(today())}</Typography>
      </Box>
    </>
  );
}
