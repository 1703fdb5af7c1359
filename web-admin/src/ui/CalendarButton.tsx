import CalendarMonth from "@mui/icons-material/CalendarMonthOutlined";
import { IconButton, Popover } from "@mui/material";
import { lazy, Suspense, useState } from "react";
import { useTranslate } from "react-admin";
import { Loading } from "./Page";

const Calendar = lazy(async () => ({ default: (await import("./Calendar")).Calendar }));

type Props = { label: string; value: string | null; disabled?: boolean; onPick: (iso: string) => void };

/** Opens a calendar beside a date field; the focus returns here. */
export function CalendarButton({ label, value, disabled, onPick }: Props) {
  const translate = useTranslate();
  const [at, setAt] = useState<HTMLElement | null>(null);
  const name = `${translate("form.calendar")}: ${label}`;
  return (
    <>
      <IconButton
        size="small"
        edge="end"
        disabled={disabled}
        aria-label={name}
        aria-haspopup="dialog"
        title={translate("form.calendar")}
        onClick={(event) => setAt(event.currentTarget)}
      >
        <CalendarMonth fontSize="small" />
      </IconButton>
      <Popover
        open={!!at}
        anchorEl={at}
        onClose={() => setAt(null)}
        anchorOrigin={{ vertical: "bottom", horizontal: "right" }}
        transformOrigin={{ vertical: "top", horizontal: "right" }}
        slotProps={{ paper: { role: "dialog", "aria-label": name, sx: { minWidth: 292, minHeight: 330 } } }}
      >
        <Suspense fallback={<Loading />}>
          <Calendar
            value={value}
            onPick={(iso) => {
              setAt(null);
              onPick(iso);
            }}
          />
        </Suspense>
      </Popover>
    </>
  );
}
