import { Box, Button, Link, Typography } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { NavLink } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { useChanged } from "../../app/core/api/keys";
import { draftChanges } from "../../app/core/api/drafts";
import { showTime } from "../../ui/dates";
import { formNamed, forms } from "../../ui/drafts/forms";

type Row = Schemas["DraftRow"];

/** Unsent forms: which, about whom, when; each can be continued or discarded. */
export function DraftRows({ rows }: { rows: readonly Row[] }) {
  const translate = useTranslate();
  const changed = useChanged();
  const discard = useMutation({
    mutationFn: ({ key, number }: Row) => api.delete("/api/children/drafts/{key}", { path: { key }, query: { number } }),
    onSettled: () => changed(...draftChanges),
  });
  return (
    <Box component="ul" aria-label={translate("draft.list")} sx={{ listStyle: "none", p: 0, m: 0 }}>
      {rows.map((row) => {
        const form = formNamed(row.key);
        const name = form ? translate(forms[form]) : translate("draft.form");
        const about = [name, row.childName].filter(Boolean).join(" · ");
        return (
          <Box
            component="li"
            key={row.key}
            sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center", py: 0.5, borderBottom: 1, borderColor: "divider" }}
          >
            <Box sx={{ flexGrow: 1, minWidth: 200 }}>
              {row.place ? (
                <Link component={NavLink} to={row.place} color="inherit" sx={{ fontWeight: 600 }}>
                  {about}
                </Link>
              ) : (
                <Typography sx={{ fontWeight: 600 }}>{about}</Typography>
              )}
              <Typography variant="body2" color="textSecondary">
                {translate("draft.saved", { at: showTime(row.savedAt) })}
              </Typography>
            </Box>
            {row.place && (
              <Button size="small" component={NavLink} to={row.place} aria-label={`${translate("draft.continue")}: ${about}`}>
                {translate("draft.continue")}
              </Button>
            )}
            <Button
              size="small"
              color="inherit"
              disabled={discard.isPending}
              onClick={() => discard.mutate(row)}
              aria-label={`${translate("draft.drop")}: ${about}`}
            >
              {translate("draft.drop")}
            </Button>
          </Box>
        );
      })}
    </Box>
  );
}
