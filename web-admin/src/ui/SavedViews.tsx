import BookmarkBorder from "@mui/icons-material/BookmarkBorder";
import { Button } from "@mui/material";
import { lazy, Suspense, useState } from "react";
import { useTranslate } from "react-admin";

const Dialog = lazy(() => import("./SavedViewsDialog"));

/** Named filters of a list, saved for the reader; the list's filters must be in the URL. */
export function SavedViews({ screen }: { screen: string }) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button startIcon={<BookmarkBorder />} onClick={() => setOpen(true)}>
        {translate("view.title")}
      </Button>
      {open && (
        <Suspense>
          <Dialog screen={screen} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
