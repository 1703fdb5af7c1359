import { Box, Button, Link as MuiLink, TextField, Typography } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import { ApiError, api, type Schemas } from "../../api/client";
import { showDate } from "../../ui/dates";
import { Empty, Failure, Page, Panel } from "../../ui/Page";
import { useTerritoryName } from "../../ui/reference";
import { Severity } from "../../ui/Severity";

type Asked = Schemas["Asked"];

/** Finds a child by anything known about it; the query never appears in the URL. */
export function SearchChildren() {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const [text, setText] = useState("");
  const search = useMutation({
    mutationFn: async (typed: string) => (await api.post("/api/children/search", { body: { text: typed } })).data,
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
          <SearchedFor asked={search.data.asked} />
          {search.data.items.length === 0 ? (
            <Nothing asked={search.data.asked} />
          ) : (
            <Box component="ul" sx={{ listStyle: "none", p: 0, m: 0 }} aria-label={translate("search.results")}>
              {search.data.items.map((child) => (
                <Box component="li" key={child.id} sx={{ p: 1.25, borderBottom: 1, borderColor: "divider" }}>
                  <MuiLink
                    component={Link}
                    to={child.signalId ? `/signals/${child.signalId}` : `/children/${child.id}`}
                    sx={{ fontWeight: 600, fontSize: 15 }}
                  >
                    {child.fullName || translate("child.nameless")}
                  </MuiLink>{" "}
                  <Typography component="span" color="textSecondary">
                    {[
                      child.sex && translate(`sex.${child.sex}`),
                      showDate(child.birthDate),
                      territory(child.territory),
                      child.signalId ? translate("search.in-signal", { number: child.signalNumber }) : child.caseNumber,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </Typography>
                  <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
                    <Severity value={child.mark?.severity} />
                    {child.mark?.responsible && (
                      <Typography variant="body2" color="textSecondary">
                        {translate("severity.responsible")}: {child.mark.responsible}
                      </Typography>
                    )}
                  </Box>
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
    <Typography variant="body2" color="textSecondary">
      {told.map((m) => (m.typed ? `${m.typed} = ${m.found} (${translate(`match.${m.kind}`)})` : translate(`match.${m.kind}`))).join("; ")}
    </Typography>
  );
}

/** How the text was interpreted, so that results are not mistaken for those of another query. */
function SearchedFor({ asked }: { asked: readonly Asked[] }) {
  const translate = useTranslate();
  const told = asked.filter((a) => a.kind !== "unclear");
  if (told.length === 0) return null;
  return (
    <Typography variant="body2" color="textSecondary" sx={{ p: 1.25, pb: 0 }}>
      {translate("search.asked")}{" "}
      {told.map((a) => translate(`asked.${a.kind}`, { text: a.kind === "birth-date" ? showDate(a.text) : a.text })).join(", ")}
    </Typography>
  );
}

/** «No such child» is shown only for a name; for a number or other characters, what they are. */
function Nothing({ asked }: { asked: readonly Asked[] }) {
  const translate = useTranslate();
  const unclear = asked.find((a) => a.kind === "unclear");
  if (unclear) return <Empty>{translate("search.unclear", { text: unclear.text })}</Empty>;
  const report = asked.find((a) => a.kind === "report-number");
  if (report)
    return (
      <Empty>
        {translate("search.report-number")}{" "}
        <MuiLink component={Link} to="/check">
          {translate("search.check-paper")}
        </MuiLink>
      </Empty>
    );
  return <Empty>{translate(asked.every((a) => a.kind === "name") ? "search.nothing" : "search.nothing-else")}</Empty>;
}
