import Close from "@mui/icons-material/Close";
import HelpOutline from "@mui/icons-material/HelpOutlined";
import { Box, Button, Drawer, IconButton, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslate } from "react-admin";
import { Link, useLocation } from "react-router-dom";
import { api } from "../api/client";
import { Markdown } from "../ui/Markdown";
import { Failure, Loading } from "../ui/Page";
import { useSay } from "../ui/reference";
import { screenOf } from "./screens";

/** [11.6, 15.3] `?` on every screen opens that screen's guide, with the clause it stands on. */
export function Help({ onTour }: { onTour: () => void }) {
  const translate = useTranslate();
  const { pathname, search } = useLocation();
  const [open, setOpen] = useState(false);
  const screen = screenOf(pathname + search);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.key !== "?" || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  useEffect(() => setOpen(false), [pathname]);
  return (
    <>
      <IconButton title={translate("help.open")} color="inherit" aria-label={translate("help.open")} onClick={() => setOpen(true)}>
        <HelpOutline fontSize="small" />
      </IconButton>

      <Drawer
        anchor="right"
        open={open}
        onClose={() => setOpen(false)}
        slotProps={{ paper: { sx: { width: { xs: "100%", sm: 420 }, p: 2.5 }, role: "dialog", "aria-label": translate("help.open") } }}
        sx={{ zIndex: (t) => t.zIndex.drawer + 2 }}
      >
        <IconButton aria-label={translate("form.close")} onClick={() => setOpen(false)} sx={{ alignSelf: "flex-end" }}>
          <Close />
        </IconButton>
        {open && <Guide screen={screen} />}
        <Box sx={{ mt: 2 }}>
          <Button
            onClick={() => {
              setOpen(false);
              onTour();
            }}
          >
            {translate("tour.again")}
          </Button>
        </Box>
      </Drawer>
    </>
  );
}

function Guide({ screen }: { screen: string }) {
  const translate = useTranslate();
  const say = useSay();
  const guide = useQuery({
    queryKey: ["guide", screen],
    staleTime: 10 * 60_000,
    queryFn: async () => (await api.get("/api/reporting/materials/of-screen", { query: { screen } })).data,
  });
  if (guide.isPending) return <Loading />;
  if (guide.isError) return <Failure error={guide.error} />;
  return (
    <Box>
      <Typography variant="h2">{say(guide.data.title)}</Typography>
      {guide.data.clause && (
        <Typography color="textSecondary">
          {translate("material.clause")} {guide.data.clause}
        </Typography>
      )}
      <Markdown text={say(guide.data.text)} />
      <Button component={Link} to="/materials">
        {translate("help.more")}
      </Button>
    </Box>
  );
}
