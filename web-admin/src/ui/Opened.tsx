import { Box, type SxProps } from "@mui/material";
import { type ReactNode, useEffect, useRef } from "react";
import { fieldIn, reveal } from "./reveal";

const patience = 5_000;

/**
 * A place where a button opens a form or the next part of one, and closes it again: what appears is brought into view with the focus in its first field, or
 * on its heading where it asks for nothing; when it closes, the focus is back at the button.
 * @param by - What is open, nothing where nothing is: the form's name, the row it is about.
 */
export function Opened({ by, children, sx }: { by: unknown; children: ReactNode; sx?: SxProps }) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(by);
  useEffect(() => {
    if (before.current === by) return;
    before.current = by;
    return whenThere(place.current!, !!by);
  }, [by]);
  return (
    <Box ref={place} sx={sx}>
      {children}
    </Box>
  );
}

/** What is still on its way is waited for, unless the reader goes elsewhere meanwhile. */
function whenThere(place: HTMLElement, opens: boolean) {
  const show = () => {
    if (place.querySelector('[role="status"][aria-busy]')) return false;
    const target = opens ? (firstField(place) ?? place.querySelector<HTMLElement>("h2, h3")) : fieldIn(place);
    reveal(place, target ?? place);
    return true;
  };
  if (show()) return;
  const watch = new MutationObserver(() => show() && stop());
  const stop = () => {
    watch.disconnect();
    clearTimeout(end);
  };
  const end = setTimeout(stop, patience);
  watch.observe(place, { childList: true, subtree: true });
  return stop;
}

/** Answers come before buttons that only lead back. */
const firstField = (place: HTMLElement) => {
  const first = place.querySelector<HTMLElement>("input, textarea, [role='combobox']");
  const group = first?.closest<HTMLElement>("[role='radiogroup']");
  return first && fieldIn(group ?? first);
};
