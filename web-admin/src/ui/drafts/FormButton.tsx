import { Button, type ButtonProps } from "@mui/material";
import { useEffect } from "react";
import { useSearchParams } from "react-router-dom";
import { openedBy } from "../Opened";
import type { FormName } from "./forms";

type Props = Omit<ButtonProps, "onClick"> & {
  /** The form behind the button and the record that it is about, as in its draft's key. */
  draft: `${FormName}.${string}`;
  onOpen: () => void;
};

/** A button that opens a form. A URL that continues the form's draft presses it, once: the opened form removes the draft from the URL. */
export function FormButton({ draft, onOpen, ...button }: Props) {
  const [params] = useSearchParams();
  const open = () => {
    openedBy(draft);
    onOpen();
  };
  useEffect(() => {
    if (params.getAll("draft").includes(draft)) open();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- when the button appears
  }, []);
  return <Button {...button} data-opens={draft} onClick={open} />;
}
