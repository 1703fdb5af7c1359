import { Box, Button, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { guideQuery } from "../core/api/materials";
import { Markdown } from "../../ui/Markdown";
import { Failure, Loading } from "../../ui/Page";
import { useSay } from "../../ui/reference";

/** The guide of a screen, loaded on demand. */
export default function Guide({ screen }: { screen: string }) {
  const translate = useTranslate();
  const say = useSay();
  const guide = useQuery(guideQuery(screen));
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
