import { Box, Typography } from "@mui/material";
import type { Schemas } from "../../api/client";
import { Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";

/** A completed assessment in the wording of the form it was filled in with. */
export function SignedAnswers({ domains }: { domains: readonly Schemas["SignedDomain"][] }) {
  const say = useSay();
  return domains.map((d) => (
    <Panel key={d.code} title={say(d.title)}>
      <Box component="dl" sx={{ m: 0 }}>
        {d.answers.map((a) => (
          <Box key={a.code} sx={{ mb: 1.5 }}>
            <Typography component="dt" sx={{ fontWeight: 550 }}>
              {say(a.question)}
            </Typography>
            <Typography component="dd" sx={{ m: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {say(a.answer)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Panel>
  ));
}
