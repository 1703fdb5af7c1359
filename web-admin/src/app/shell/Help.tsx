import Close from "@mui/icons-material/Close";
import HelpOutline from "@mui/icons-material/HelpOutlined";
import { Box, Button, Drawer, IconButton } from "@mui/material";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslate } from "react-admin";
import { useLocation } from "react-router-dom";
import { Loading } from "../../ui/Page";
import { screenOf } from "./screens";

const Guide = lazy(() => import("./Guide"));

/** [11.6, 15.3] `?` on every screen opens that screen's guide, with the clause it is based on. */
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
        <Suspense fallback={<Loading />}>{open && <Guide screen={screen} />}</Suspense>
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
