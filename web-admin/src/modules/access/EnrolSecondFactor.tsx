import { Box, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";

/** How to enrol an authenticator app: by QR code or by typing. */
export function EnrolSecondFactor({ enrolment }: { enrolment: Schemas["Enrolment"] }) {
  const translate = useTranslate();
  return (
    <>
      <Typography>{translate("sign-in.enrol")}</Typography>
      <Box
        component="img"
        alt={translate("sign-in.qr")}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qrSvg)}`}
        sx={{ width: 200, height: 200, bgcolor: "#fff", mx: "auto" }}
      />
      <Typography variant="body2">
        {translate("sign-in.secret")}
        <br />
        <code id="secret">{enrolment.secret.match(/.{1,4}/g)?.join(" ")}</code>
      </Typography>
    </>
  );
}
