import { AppBar, Box, Button, Toolbar, Typography } from "@mui/material";
import { type ReactNode, useEffect } from "react";
import { useTranslate } from "react-admin";
import { Link, useParams } from "react-router-dom";
import { chooseBeforeSignIn } from "../../app/core/language";
import { LanguageChoice } from "../../ui/LanguageChoice";
import { Failure, Loading } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { MaterialBody, MaterialLine, useMaterial } from "./MaterialPage";
import { MaterialList } from "./Materials";

/** [11.6] The public page of reference materials: without sign-in. */
export function PublicMaterials() {
  const translate = useTranslate();
  return (
    <Frame title={translate("menu.materials")}>
      <MaterialList base="/reference" />
    </Frame>
  );
}

/** [11.6] One material on the public page. */
export function PublicMaterial() {
  const { id = "" } = useParams();
  const translate = useTranslate();
  const say = useSay();
  const material = useMaterial(id);
  return (
    <Frame
      title={say(material.data?.title) || translate("menu.materials")}
      line={material.data && <MaterialLine material={material.data} />}
      back={
        <Button component={Link} to="/reference">
          {translate("menu.materials")}
        </Button>
      }
    >
      {material.isPending && <Loading />}
      {material.isError && <Failure error={material.error} />}
      {material.data && <MaterialBody material={material.data} />}
    </Frame>
  );
}

function Frame({ title, line, back, children }: { title: string; line?: ReactNode; back?: ReactNode; children: ReactNode }) {
  const translate = useTranslate();
  useEffect(() => {
    document.title = `${title} · ${translate("app.short")}`;
  }, [title, translate]);
  return (
    <Box sx={{ minHeight: "100vh", bgcolor: "background.default", color: "text.primary" }}>
      <AppBar position="static" elevation={0} sx={{ bgcolor: "#0f5c63", color: "#fff" }}>
        <Toolbar variant="dense" sx={{ gap: 1 }}>
          <Typography component="span" noWrap sx={{ fontWeight: 650, flexGrow: 1, fontSize: { xs: 14, md: 16 } }}>
            {translate("app.title")}
          </Typography>
          <LanguageChoice light onChoose={chooseBeforeSignIn} />
          <Button component={Link} to="/" color="inherit">
            {translate("sign-in.enter")}
          </Button>
        </Toolbar>
      </AppBar>
      <Box component="main" sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 1080, mx: "auto" }}>
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center", mb: 2 }}>
          <Box sx={{ flexGrow: 1 }}>
            <Typography variant="h1">{title}</Typography>
            {line && (
              <Typography component="div" color="textSecondary" sx={{ mt: 0.5 }}>
                {line}
              </Typography>
            )}
          </Box>
          {back}
        </Box>
        {children}
      </Box>
    </Box>
  );
}
