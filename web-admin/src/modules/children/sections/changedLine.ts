import { showTime } from "../../../ui/dates";

/** Who changed a section last, and when; empty if it was never changed. */
export const changedLine = (
  translate: (key: string, options?: object) => string,
  at: string | null | undefined,
  by: string | null | undefined,
) => (at ? translate("card.changed", { at: showTime(at), by: by ?? "" }) : "");
