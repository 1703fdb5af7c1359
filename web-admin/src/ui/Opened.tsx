import { Box, type SxProps } from "@mui/material";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { fieldIn, reveal } from "./reveal";

const patience = 5_000;

let opener = "";
/** Remembers the button that opens something: the focus returns to it, not to its neighbor. */
export const openedBy = (button: string) => void (opener = button);

type Props = {
  children: ReactNode;
  /** It is there from the beginning and was not opened by a button. */
  quiet?: boolean;
  /** Starts at its heading, if there is something to read first. */
  atHeading?: boolean;
  sx?: SxProps;
};

/** What a button opened, or its next part: brought into view with the focus in its first field. When it closes, the focus returns to its button. */
export function Opened({ children, quiet, atHeading, sx }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (quiet) return;
    const around = ancestors(place.current!);
    const by = opener;
    const stop = show(place.current!, !!atHeading);
    return () => {
      stop();
      setTimeout(() => comeBack(around, by));
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- opened once
  }, []);
  return (
    <Box ref={place} sx={sx}>
      {children}
    </Box>
  );
}

/** Waits for pending content, as long as the reader stays. */
function show(place: HTMLElement, atHeading: boolean) {
  const from = document.activeElement;
  const tell = () => {
    const isElsewhere = document.activeElement !== from && document.activeElement !== document.body;
    if (!isElsewhere && place.querySelector("[data-loading]")) return;
    stop();
    if (isElsewhere) return;
    const heading = place.querySelector<HTMLElement>("h2, h3");
    reveal(place, (atHeading ? heading : (firstField(place) ?? heading)) ?? place);
  };
  const watch = new MutationObserver(tell);
  const end = setTimeout(() => watch.disconnect(), patience);
  // after the first paint, when the opened content has its size
  const begin = requestAnimationFrame(() => {
    watch.observe(place, { childList: true, subtree: true });
    tell();
  });
  const stop = () => {
    watch.disconnect();
    clearTimeout(end);
    cancelAnimationFrame(begin);
  };
  return stop;
}

/** The button is rendered again where the form was. */
function comeBack(around: HTMLElement[], by: string) {
  const still = around.find((e) => e.isConnected);
  if (!still || document.activeElement !== document.body) return;
  const buttons = [...still.querySelectorAll<HTMLElement>("button:not([disabled])")];
  reveal(buttons.find((button) => by && button.dataset.opens === by) ?? buttons[0] ?? still);
}

function ancestors(place: HTMLElement) {
  const found: HTMLElement[] = [];
  for (let e = place.parentElement; e && e.tagName !== "MAIN"; e = e.parentElement) found.push(e);
  return found;
}

/** The selected radio of a group, not its first. */
const firstField = (place: HTMLElement) => {
  const first = place.querySelector<HTMLElement>(
    "input:not([type='hidden']):not([aria-hidden]), textarea:not([aria-hidden]), [role='combobox']",
  );
  return first && fieldIn(first.closest<HTMLElement>("[role='radiogroup']") ?? first);
};
