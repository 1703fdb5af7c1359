import { Alert, Button } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { NavLink, useLocation } from "react-router-dom";
import { operationsQuery } from "./api/operations";

const fiveMinutes = 300_000;

/** Shows administrators on every screen that the Base needs them: at the bottom, since it loads late and must not push away what is being clicked. */
export default function TroubleBanner() {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const { data } = useQuery({ ...operationsQuery, staleTime: fiveMinutes, refetchInterval: fiveMinutes });
  if (!data || pathname === "/operations") return null;
  const clock = !!data.clock.lastEntryAt;
  if (!clock && data.deadEvents + data.deadMails + data.failingJobs + data.findingCount === 0) return null;
  return (
    <Alert
      severity="warning"
      sx={{ position: "sticky", bottom: 8, m: 2, zIndex: "appBar", boxShadow: 2 }}
      action={
        <Button color="inherit" size="small" component={NavLink} to="/operations">
          {translate("operations.open")}
        </Button>
      }
    >
      {translate(clock ? "operations.banner-clock" : "operations.banner")}
    </Alert>
  );
}
