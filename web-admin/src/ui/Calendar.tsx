import ChevronLeft from "@mui/icons-material/ChevronLeft";
import ChevronRight from "@mui/icons-material/ChevronRight";
import FirstPage from "@mui/icons-material/KeyboardDoubleArrowLeft";
import LastPage from "@mui/icons-material/KeyboardDoubleArrowRight";
import { Box, ButtonBase, IconButton, Typography } from "@mui/material";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslate } from "react-admin";
import { showDate, today } from "./dates";
import { moveDays, moveMonths, weekday, weeksOf } from "./month";

const [earliest, latest] = ["1900-01-01", "2099-12-31"];

/** A month to choose a day from; arrows move by days and weeks, Page keys by months, with Shift by years. */
export function Calendar({ value, onPick }: { value: string | null; onPick: (iso: string) => void }) {
  const translate = useTranslate();
  const [at, setAt] = useState(value ?? today());
  const grid = useRef<HTMLTableElement>(null);
  const walks = useRef(true);
  useEffect(() => {
    // after the month buttons the focus stays on them
    if (walks.current) grid.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }, [at]);
  const go = (day: string, byKeys: boolean) => {
    walks.current = byKeys;
    setAt(day < earliest ? earliest : day > latest ? latest : day);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const next: Record<string, () => string> = {
      ArrowLeft: () => moveDays(at, -1),
      ArrowRight: () => moveDays(at, 1),
      ArrowUp: () => moveDays(at, -7),
      ArrowDown: () => moveDays(at, 7),
      Home: () => moveDays(at, -weekday(at)),
      End: () => moveDays(at, 6 - weekday(at)),
      PageUp: () => moveMonths(at, event.shiftKey ? -12 : -1),
      PageDown: () => moveMonths(at, event.shiftKey ? 12 : 1),
    };
    const day = next[event.key]?.();
    if (!day) return;
    event.preventDefault();
    go(day, true);
  };
  const names = translate("form.weekdays").split(" ");
  const month = `${translate(`month.${Number(at.slice(5, 7))}`)} ${at.slice(0, 4)}`;
  const turn = (text: string, months: number, icon: ReactNode) => (
    <IconButton size="small" aria-label={translate(text)} title={translate(text)} onClick={() => go(moveMonths(at, months), false)}>
      {icon}
    </IconButton>
  );
  return (
    <Box sx={{ p: 1.5 }}>
      <Box sx={{ display: "flex", alignItems: "center" }}>
        {turn("form.year-before", -12, <FirstPage fontSize="small" />)}
        {turn("form.month-before", -1, <ChevronLeft fontSize="small" />)}
        <Typography aria-live="polite" sx={{ flexGrow: 1, textAlign: "center", fontWeight: 600 }}>
          {month}
        </Typography>
        {turn("form.month-after", 1, <ChevronRight fontSize="small" />)}
        {turn("form.year-after", 12, <LastPage fontSize="small" />)}
      </Box>
      <table ref={grid} role="grid" aria-label={month} onKeyDown={onKeyDown} style={{ borderCollapse: "collapse", margin: "8px auto 0" }}>
        <thead>
          <tr>
            {names.map((name) => (
              <Typography component="th" scope="col" key={name} sx={{ width: 38, fontSize: 13, fontWeight: 400, color: "text.secondary" }}>
                {name}
              </Typography>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week, row) => (
            <tr key={row}>
              {week.map((day, column) => (
                <td key={column} role="gridcell" aria-selected={!!day && day === value} style={{ padding: 0 }}>
                  {day && (
                    <ButtonBase
                      tabIndex={day === at ? 0 : -1}
                      aria-label={showDate(day)}
                      aria-current={day === today() ? "date" : undefined}
                      onClick={() => onPick(day)}
                      sx={{
                        width: 38,
                        height: 36,
                        borderRadius: 1,
                        fontVariantNumeric: "tabular-nums",
                        ...(day === value
                          ? { bgcolor: "primary.main", color: "primary.contrastText" }
                          : { "&:hover": { bgcolor: "action.hover" } }),
                        ...(day === today() && { fontWeight: 700, textDecoration: "underline" }),
                      }}
                    >
                      {Number(day.slice(8))}
                    </ButtonBase>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}
