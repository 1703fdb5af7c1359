import { Box, Chip } from "@mui/material";
import { useLocaleState, useTranslate } from "react-admin";
import type { Schemas } from "../../api/client";
import { showTime } from "../../ui/dates";
import { inAlphabet } from "../../ui/alphabet";
import type { Column } from "../../ui/List";
import { useName } from "../../ui/reference";
import type { Visit } from "./visits";
import actions from "../../texts/actions.json";

type Entry = Schemas["JournalRow"];

/** The columns of every list of visits: each shows its latest entry, with the earlier ones below. */
export function useVisitColumns(): Column<Visit>[] {
  const columns = useJournalColumns();
  const translate = useTranslate();
  const say = useActionName();
  return columns.map((column, at) => ({
    ...column,
    cell: ({ last, entries }: Visit) =>
      at !== whatAt || entries.length === 1 ? (
        column.cell(last)
      ) : (
        <>
          {column.cell(last)}
          <Box component="details" sx={{ mt: 0.5, fontSize: 13 }}>
            <Box component="summary" sx={{ cursor: "pointer", color: "primary.main" }}>
              {translate("journal.visit", { smart_count: entries.length, from: showTime(entries.at(-1)!.at).slice(11) })}
            </Box>
            <Box component="ol" reversed sx={{ m: 0, pl: 2.5 }}>
              {entries.map((e) => (
                <li key={e.seq}>
                  {showTime(e.at).slice(11)} {say(e.action)} · {e.kind && translate(`journal-kind.${e.kind}`)}
                </li>
              ))}
            </Box>
          </Box>
        </>
      ),
  }));
}

/** Which of the columns says what was done. */
const whatAt = 2;

/** The columns of one entry. */
function useJournalColumns(): Column<Entry>[] {
  const translate = useTranslate();
  const name = useName();
  const say = useActionName();
  const detail = useDetail();
  return [
    {
      title: translate("journal.at"),
      cell: (e) => (
        <>
          {showTime(e.at)}
          {e.count > 1 && e.until && (
            <Box sx={{ color: "text.secondary", fontSize: 13 }}>{translate("journal.until", { time: showTime(e.until) })}</Box>
          )}
        </>
      ),
      nowrap: true,
    },
    {
      title: translate("journal.who"),
      main: true,
      cell: (e) => (
        <>
          {e.login ? `${e.fullName ?? ""} (${e.login})` : translate(e.ip ? "journal.nobody" : "journal.base")}
          {(e.role || e.bodyKy) && (
            <Box sx={{ color: "text.secondary", fontSize: 13, fontWeight: 400 }}>
              {[e.role && translate(`role.${e.role}`), e.bodyKy && name({ nameKy: e.bodyKy, nameRu: e.bodyRu ?? e.bodyKy })]
                .filter(Boolean)
                .join(" · ")}
            </Box>
          )}
        </>
      ),
    },
    {
      title: translate("journal.what"),
      cell: (e) => (
        <>
          {say(e.action)}
          <Box sx={{ color: "text.secondary", fontSize: 13 }}>
            {e.kind && translate(`journal-kind.${e.kind}`)}
            {e.count > 1 && ` · ${translate("journal.times", { count: e.count })}`}
          </Box>
          {e.paths.map((path) => (
            <Box key={path} sx={{ color: "text.secondary", fontSize: 13, overflowWrap: "anywhere" }}>
              {detail(path)}
            </Box>
          ))}
        </>
      ),
    },
    { title: translate("journal.children"), cell: (e) => (e.children > 0 ? e.children : "") },
    { title: translate("journal.outcome"), cell: (e) => <Outcome status={e.outcome} />, nowrap: true },
    { title: translate("journal.from"), cell: (e) => e.ip ?? "", nowrap: true },
  ];
}

const names: Record<string, Record<string, string>> = actions;

/** What was done, in the reader's language [28]; falls back to the name in code. */
function useActionName() {
  const [locale] = useLocaleState();
  return (action: string) => names[action]?.[locale] ?? action;
}

/** The path of a call and its outcome, or how a person signed in; an unknown address is shown as is. */
export function useDetail() {
  const translate = useTranslate();
  const say = useActionName();
  return (detail: string) => {
    const [, outcome, asked] = /^(\d{3}) (.+)$/.exec(detail) ?? [];
    if (outcome && asked) return `${say(asked)} · ${translate("journal.refused")} ${outcome}`;
    return detail
      .split(", ")
      .map((way) => translate(`journal-way.${way.replace(" ", "-")}`, { _: way }))
      .join(", ");
  };
}

/** Everything that can be done, by displayed name. */
export function useActions() {
  const say = useActionName();
  return inAlphabet(
    Object.keys(names).map((action) => ({ value: action, label: say(action) })),
    (option) => option.label,
  );
}

function Outcome({ status }: { status: number }) {
  const translate = useTranslate();
  // the caller disconnected before the answer; it was not refused
  const interrupted = status === 499;
  const refused = status >= 400 && !interrupted;
  return (
    <Chip
      size="small"
      variant="outlined"
      color={refused ? "error" : "default"}
      label={`${translate(interrupted ? "journal.interrupted" : refused ? "journal.refused" : "journal.done")} ${status}`}
    />
  );
}
