import { Box, Button, Link as Anchor, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { Link, useParams } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { materialQuery } from "./api/materials";
import { useMay } from "../../app/core/me";
import { dayOf, showDate } from "../../ui/dates";
import { sizeOf } from "../../ui/FileField";
import { Markdown } from "../../ui/Markdown";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";

export const useMaterial = (id: string) => useQuery(materialQuery(id));

/** [11.6] A material with its files. */
export function MaterialPage() {
  const { id = "" } = useParams();
  const translate = useTranslate();
  const say = useSay();
  const mayPublish = useMay("publish-materials");
  const material = useMaterial(id);
  if (material.isPending) return <Loading />;
  if (material.isError)
    return (
      <Page title={translate("menu.materials")}>
        <Failure error={material.error} />
      </Page>
    );
  return (
    <Page
      title={say(material.data.title)}
      subtitle={<MaterialLine material={material.data} />}
      actions={
        <>
          <Button component={Link} to="/materials">
            {translate("menu.materials")}
          </Button>
          {mayPublish && (
            <Button component={Link} to={`/materials/${id}/edit`} variant="outlined">
              {translate("material.edit")}
            </Button>
          )}
        </>
      }
    >
      <MaterialBody material={material.data} />
    </Page>
  );
}

/** Kind, clause, edition and day. */
export function MaterialLine({ material }: { material: Schemas["ReadMaterialResponse"] }) {
  const translate = useTranslate();
  return (
    <>
      {[
        translate(`material-kind.${material.kind}`),
        material.clause && `${translate("material.clause")} ${material.clause}`,
        `${translate("material.edition")} ${material.edition}`,
        showDate(dayOf(material.publishedAt)),
      ]
        .filter(Boolean)
        .join(" · ")}
    </>
  );
}

export function MaterialBody({ material }: { material: Schemas["ReadMaterialResponse"] }) {
  const translate = useTranslate();
  const say = useSay();
  return (
    <Panel sx={{ maxWidth: 860 }}>
      <Markdown text={say(material.text)} />
      {material.files.length > 0 && (
        <>
          <Typography variant="h2" sx={{ mt: 3, mb: 1 }}>
            {translate("file.files")}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {material.files.map((file) => (
              <li key={file.id}>
                <Anchor href={`/api/reporting/material-files/${file.id}`} download>
                  {file.title}
                </Anchor>{" "}
                ({translate(`language.${file.language}`)}, {sizeOf(file.size, translate)})
              </li>
            ))}
          </Box>
        </>
      )}
    </Panel>
  );
}
