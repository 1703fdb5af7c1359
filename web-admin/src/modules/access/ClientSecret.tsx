import { Alert, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import { Panel } from "../../ui/Page";

/** The secret of another system, shown only once. */
export function ClientSecret({ secret, overlaps }: { secret: string; overlaps: boolean }) {
  const translate = useTranslate();
  return (
    <Panel title={translate("client.secret")}>
      <Typography sx={{ overflowWrap: "anywhere" }}>
        <b data-testid="secret" style={{ fontFamily: "monospace" }}>
          {secret}
        </b>
      </Typography>
      <Alert severity="warning" sx={{ mt: 1.5 }}>
        {translate("account.shown-once")} {overlaps && translate("client.overlap")}
      </Alert>
    </Panel>
  );
}
