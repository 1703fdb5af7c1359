import { Box, Typography } from "@mui/material";
import { useEffect, useRef } from "react";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { dayOf, showDate } from "../../ui/dates";
import { Wide } from "../../ui/Page";

type Card = Schemas["GetCardResponse"];

const stations = ["signal", "information", "assessment", "plan", "monitoring", "exit"] as const;

/** The child's road: the current station, with dates; stations ahead are shown too. */
export function Road({ card }: { card: Card }) {
  const translate = useTranslate();
  const reached = (status: Schemas["CaseStatus"]) => {
    const event = card.events.findLast((e) => e.status === status);
    return event && dayOf(event.at);
  };
  const done: Partial<Record<(typeof stations)[number], string | null>> = {
    // the road starts with the first signal, before the case was opened
    signal: card.signals.map((s) => s.receivedOn).sort()[0] ?? card.case?.openedOn,
    information: card.case?.informationOn,
    assessment: reached("assessed"),
    plan: reached("plan-in-force"),
    exit: card.case?.status === "closed" ? reached("closed") : null,
  };
  // monitoring has no day of its own: it runs from the plan to the exit
  const next = done.exit ? undefined : done.plan ? "monitoring" : stations.find((s) => !done[s]);
  const current = useRef<HTMLLIElement>(null);
  // a phone shows two or three stations: these
  useEffect(() => {
    const station = current.current;
    const frame = station?.closest("[role=region]");
    if (station && frame) frame.scrollLeft = station.offsetLeft - (frame.clientWidth - station.offsetWidth) / 2;
  }, [next]);
  return (
    <Wide label={translate("road.title")}>
      <Box
        component="ol"
        aria-label={translate("road.title")}
        sx={{ position: "relative", display: "flex", listStyle: "none", p: 0, mb: 2 }}
      >
        {stations.map((station) => {
          const day = done[station];
          const here = station === next;
          return (
            <Box
              component="li"
              key={station}
              ref={here ? current : undefined}
              aria-current={here ? "step" : undefined}
              sx={{
                flex: 1,
                minWidth: 92,
                borderTop: 3,
                borderColor: day ? "success.main" : here ? "primary.main" : "divider",
                pt: 0.75,
                pr: 1,
              }}
            >
              <Typography variant="body2" sx={{ fontWeight: here ? 700 : 500, color: day || here ? "text.primary" : "text.secondary" }}>
                {day ? "✓ " : here ? "→ " : ""}
                {translate(`road.${station}`)}
              </Typography>
              <Typography variant="caption" color="textSecondary">
                {day ? showDate(day) : here ? translate("road.here") : ""}
              </Typography>
            </Box>
          );
        })}
      </Box>
    </Wide>
  );
}
