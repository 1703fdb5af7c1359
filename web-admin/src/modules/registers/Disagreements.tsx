import { Box, Button, Chip, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { disagreementsQuery } from "./api/ofChild";
import { showTime } from "../../ui/dates";
import { Empty, Failure, Loading, Panel } from "../../ui/Page";
import { Refusal } from "../../ui/Refusal";
import { useTake } from "./useTake";
import { useRegisterFields } from "./values";

/** [18] Where a register disagreed with the card, and the outcome. */
export function Disagreements({ childId, canEdit }: { childId: string; canEdit: boolean }) {
  const translate = useTranslate();
  const { label, value } = useRegisterFields();
  const settle = useTake(childId);
  const list = useQuery(disagreementsQuery(childId));
  return (
    <Panel title={translate("registers.disagreements")}>
      <Refusal error={settle.error} />
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} again={() => void list.refetch()} />}
      {list.data?.length === 0 && <Empty>{translate("registers.no-disagreements")}</Empty>}
      {list.data?.map((d) => (
        <Box key={d.id} sx={{ py: 1, borderBottom: 1, borderColor: "divider" }}>
          <b>{label(d)}</b>{" "}
          <Chip size="small" color={d.state === "open" ? "warning" : "default"} label={translate(`disagreement-state.${d.state}`)} />
          <Typography sx={{ overflowWrap: "anywhere" }}>
            {translate("registers.here")}: {value(d.here, d)} · {translate(`register.${d.kind}`)}: {value(d.came, d)}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {[showTime(d.seenAt), d.settledBy, d.because].filter(Boolean).join(" · ")}
          </Typography>
          {canEdit && d.state === "open" && (
            <Box sx={{ display: "flex", gap: 1, mt: 0.5, flexWrap: "wrap" }}>
              {(["take", "leave"] as const).map((choice) => (
                <Button
                  key={choice}
                  size="small"
                  variant="outlined"
                  disabled={settle.isPending}
                  aria-label={`${label(d)}: ${translate(`registers.${choice}`)}`}
                  onClick={() => settle.mutate({ askId: d.askId, [choice]: [d] })}
                >
                  {translate(`registers.${choice}`)}
                </Button>
              ))}
            </Box>
          )}
        </Box>
      ))}
    </Panel>
  );
}
