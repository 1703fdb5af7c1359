import { Box, Button, Link as MuiLink, TextField, Typography } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { ApiError, api, type Schemas } from "../../api/client";
import { showDate, readDate } from "../../ui/dates";
import { Empty, Failure, Page, Panel } from "../../ui/Page";
import { useTerritoryName } from "../../ui/reference";

/** Finds a child by any spelling, a personal number or a birth date; nothing of it stands in the address. */
export function SearchChildren() {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const [text, setText] = useState("");
  const search = useMutation({
    mutationFn: async (typed: string) => (await api.post("/api/children/search", { body: queryOf(typed) })).data,
  });
  const problem = search.error instanceof ApiError ? search.error.problem : undefined;
  const atField = problem?.errors?.[0]?.message;
  return (
    <Page title={translate("menu.children")}>
      <Panel>
        <Box
          component="form"
          role="search"
          onSubmit={(event: React.FormEvent) => {
            event.preventDefault();
            search.mutate(text);
          }}
          sx={{ display: "flex", gap: 1.5, flexWrap: "wrap", alignItems: "flex-start" }}
        >
          <TextField
            autoFocus
            id="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            label={translate("search.label")}
            error={!!atField}
            helperText={atField ?? translate("search.help")}
            sx={{ flexGrow: 1, minWidth: 240 }}
            slotProps={{ htmlInput: { autoComplete: "off", maxLength: 200 } }}
          />
          <Button type="submit" variant="contained" disabled={search.isPending}>
            {translate("search.find")}
          </Button>
        </Box>
      </Panel>
      {search.isError && !atField && <Failure error={search.error} />}
      {search.data && (
        <Panel sx={{ p: { xs: 1, md: 1 } }}>
          {search.data.items.length === 0 ? (
            <Empty>{translate("search.nothing")}</Empty>
          ) : (
            <Box component="ul" sx={{ listStyle: "none", p: 0, m: 0 }} aria-label={translate("search.results")}>
              {search.data.items.map((child) => (
                <Box component="li" key={child.id} sx={{ p: 1.25, borderBottom: 1, borderColor: "divider" }}>
                  <MuiLink component={Link} to={`/children/${child.id}`} sx={{ fontWeight: 600, fontSize: 15 }}>
                    {child.fullName}
                  </MuiLink>{" "}
                  <Typography component="span" color="text.secondary">
                    {[child.sex && translate(`sex.${child.sex}`), showDate(child.birthDate), territory(child.territory), child.caseNumber]
                      .filter(Boolean)
                      .join(" · ")}
                  </Typography>
                  <Why matches={child.matches} />
                </Box>
              ))}
              {search.data.more && <Typography sx={{ p: 1.25 }}>{translate("search.more")}</Typography>}
            </Box>
          )}
        </Panel>
      )}
    </Page>
  );
}

function Why({ matches }: { matches: readonly Schemas["Match"][] }) {
  const translate = useTranslate();
  const told = matches.filter((m) => m.kind !== "exact");
  if (told.length === 0) return null;
  return (
    <Typography variant="body2" color="text.secondary">
      {told.map((m) => (m.typed ? `${m.typed} = ${m.found} (${translate(`match.${m.kind}`)})` : translate(`match.${m.kind}`))).join("; ")}
    </Typography>
  );
}

/** 14 digits are a personal number, a date is a birth date, the rest is a name. */
function queryOf(typed: string): Schemas["SearchChildrenRequest"] {
  const words = typed.trim().split(/\s+/);
  const pin = words.find((w) => /^\d{14}$/.test(w)) ?? null;
  const birthDate = words.map(readDate).find((d) => d) ?? null;
  const text = words.filter((w) => w !== pin && !readDate(w)).join(" ") || null;
  return { text, pin, birthDate };
}
