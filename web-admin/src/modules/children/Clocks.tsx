import { Box, Typography } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { DaysLeft } from "../../ui/DaysLeft";
import { showDate } from "../../ui/dates";

/** The statutory clocks of a signal or card: what is owed by when, or when it was met, with the calendar behind it. */
export function Clocks({ deadlines }: { deadlines: readonly Schemas["DeadlineView"][] }) {
  const translate = useTranslate();
  return (
    <Box component="ul" sx={{ listStyle: "none", p: 0, m: 0, display: "grid", gap: 1.5 }} aria-label={translate("clock.title")}>
      {deadlines.map((d) => {
        const late = d.metOn && d.metOn > d.dueOn;
        return (
          <Box
            component="li"
            key={`${d.step}${d.startedOn}`}
            data-step={d.step}
            data-open={d.isOpen}
            sx={{ "& *": { whiteSpace: "normal" } }}
          >
            <Typography sx={{ fontWeight: 600 }}>
              {translate(`step.${d.step}`)} [{d.clause}]
            </Typography>
            {d.isOpen ? (
              <DaysLeft days={d.daysLeft} clause={d.clause} />
            ) : d.lapsedBecause ? (
              <Box component="span" sx={{ color: "text.secondary", fontWeight: 600 }}>
                {translate("clock.lapsed", { day: showDate(d.lapsedOn), reason: translate(`lapse.${d.lapsedBecause}`) })}
              </Box>
            ) : (
              <Box component="span" sx={{ color: late ? "error.main" : "success.main", fontWeight: 600 }}>
                {translate(late ? "clock.met-late" : "clock.met", { day: showDate(d.metOn) })}
              </Box>
            )}
            <Typography variant="body2" color="textSecondary">
              {translate(d.unit === "calendar-days" ? "clock.term-calendar" : "clock.term", {
                from: showDate(d.startedOn),
                to: showDate(d.dueOn),
                days: d.term,
              })}
            </Typography>
            {d.moves.map((move) => (
              <Typography key={move.at} variant="body2" color="textSecondary">
                {translate(move.because === "day-corrected" ? "clock.day-corrected" : "clock.moved", {
                  from: showDate(move.from),
                  to: showDate(move.to),
                })}
              </Typography>
            ))}
          </Box>
        );
      })}
    </Box>
  );
}
