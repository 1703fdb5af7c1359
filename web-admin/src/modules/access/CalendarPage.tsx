import { Alert, Box, Button, Chip, Table, TableBody, TableCell, TableHead, TableRow } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useSearchParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { useChanged } from "../../app/core/api/keys";
import { calendarQuery, referenceChanges } from "./api/reference";
import { useMay } from "../../app/core/me";
import { showDate, today } from "../../ui/dates";
import { useConfirmation } from "../../ui/Confirmation";
import { Form, Row, Stack } from "../../ui/Form";
import { Check, Day, RadioChoice } from "../../ui/fields";
import { Empty, Failure, Loading, Page, Panel, Wide } from "../../ui/Page";
import { useName } from "../../ui/reference";
import { Refusal, useAct } from "../../ui/Refusal";
import { namesOf, ThreeNames } from "./TermForm";

type CalendarDay = Schemas["CalendarDayData"];
const emptyDay = { date: "", kind: "off", estimated: false, ...namesOf() };

/** The working calendar of a year: a change shows which deadlines it moves before it is saved. */
export function CalendarPage() {
  const translate = useTranslate();
  const notify = useNotify();
  const name = useName();
  const readAgain = useChanged();
  const mayManage = useMay("manage-calendar");
  const [params, setParams] = useSearchParams();
  const year = Number(params.get("year") ?? today().slice(0, 4));
  const stored = useQuery(calendarQuery(year));
  const [days, setDays] = useState<CalendarDay[]>([]);
  const [preview, setPreview] = useState<Schemas["PreviewCalendarChangeResponse"]>();
  const form = useForm({ defaultValues: emptyDay });
  const { ask, dialog } = useConfirmation();
  const { act, error } = useAct();
  useEffect(() => {
    setDays([...(stored.data?.days ?? [])]);
    setPreview(undefined);
  }, [stored.data]);
  if (stored.isPending) return <Loading />;
  if (stored.isError)
    return (
      <Page title={translate("menu.calendar")}>
        <Failure error={stored.error} />
      </Page>
    );
  const changed = JSON.stringify(days) !== JSON.stringify(stored.data.days);
  const change = (next: CalendarDay[]) => {
    setDays(next.sort((a, b) => a.date.localeCompare(b.date)));
    setPreview(undefined);
  };
  const save = () =>
    act(async () => {
      const path = { year };
      const did = await ask(
        translate("calendar.change"),
        async () => {
          const { data, version } = await api.post("/api/access/calendar/{year}/preview", { path, body: { days } });
          const items = [
            { kind: "steps-moved" as const, count: data.count },
            { kind: "steps-judged" as const, count: data.judged },
          ];
          return { data: { name: String(year), canBeUndone: true, items }, version };
        },
        (confirm, idempotencyKey) =>
          api.post("/api/access/calendar/{year}", { path, body: { seenVersion: stored.data.version, days, confirm }, idempotencyKey }),
        { always: true },
      );
      if (!did) return;
      await readAgain(...referenceChanges);
      notify(translate("calendar.saved"), { type: "success" });
    });
  return (
    <Page
      title={`${translate("menu.calendar")} ${year}`}
      subtitle={translate("calendar.version", { version: stored.data.version })}
      actions={
        <Box>
          <Button onClick={() => setParams({ year: String(year - 1) })}>← {year - 1}</Button>
          <Button onClick={() => setParams({ year: String(year + 1) })}>{year + 1} →</Button>
        </Box>
      }
    >
      {changed && (
        <Panel title={translate("calendar.changed")}>
          {preview && (
            <Alert severity={preview.count > 0 ? "warning" : "info"} sx={{ mb: 2 }}>
              {translate("calendar.moves", { smart_count: preview.count })}
              {preview.judged > 0 && <div>{translate("calendar.judged", { smart_count: preview.judged })}</div>}
              <ul>
                {preview.first.map((move) => (
                  <li key={move.number + move.step}>
                    {move.number}: {translate(`step.${move.step}`)} [{move.clause}], {showDate(move.from)} → {showDate(move.to)}
                  </li>
                ))}
              </ul>
            </Alert>
          )}
          <Box sx={{ display: "flex", gap: 1.5, flexWrap: "wrap" }}>
            <Button
              variant={preview ? "outlined" : "contained"}
              onClick={() =>
                act(async () => {
                  setPreview((await api.post("/api/access/calendar/{year}/preview", { path: { year }, body: { days } })).data);
                })
              }
            >
              {translate("calendar.preview")}
            </Button>
            <Button variant="contained" disabled={!preview} onClick={() => save()}>
              {translate("form.save")}
            </Button>
            <Button onClick={() => change([...stored.data.days])}>{translate("form.undo")}</Button>
          </Box>
          <Refusal error={error} />
        </Panel>
      )}
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        {days.length === 0 ? (
          <Empty>{translate("calendar.empty")}</Empty>
        ) : (
          <Wide label={translate("menu.calendar")}>
            <Table size="small" aria-label={translate("menu.calendar")}>
              <TableHead>
                <TableRow>
                  <TableCell>{translate("calendar.day")}</TableCell>
                  <TableCell>{translate("calendar.kind")}</TableCell>
                  <TableCell>{translate("calendar.name")}</TableCell>
                  <TableCell component="td" />
                </TableRow>
              </TableHead>
              <TableBody>
                {days.map((day) => (
                  <TableRow key={day.date}>
                    <TableCell sx={{ whiteSpace: "nowrap" }}>{showDate(day.date)}</TableCell>
                    <TableCell>{translate(day.worked ? "calendar.worked" : "calendar.off")}</TableCell>
                    <TableCell>
                      {name(day)}{" "}
                      {day.estimated && <Chip size="small" color="warning" variant="outlined" label={translate("calendar.estimated")} />}
                    </TableCell>
                    <TableCell align="right">
                      {mayManage && (
                        <Button size="small" onClick={() => change(days.filter((d) => d.date !== day.date))}>
                          {translate("form.remove")}
                        </Button>
                      )}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Wide>
        )}
      </Panel>
      {mayManage && (
        <Panel title={translate("calendar.add")}>
          <Form
            draft={null}
            form={form}
            submit={translate("calendar.add")}
            send={(values) => {
              if (!values.date.startsWith(`${year}-`)) {
                form.setError("date", { message: translate("calendar.other-year", { year }) });
                return;
              }
              const { kind, ...day } = values;
              change([...days.filter((d) => d.date !== day.date), { ...day, worked: kind === "worked" }]);
              form.reset(emptyDay);
            }}
          >
            <Stack>
              <Row>
                <Day name="date" label={translate("calendar.day")} />
                <RadioChoice
                  name="kind"
                  label={translate("calendar.kind")}
                  options={["off", "worked"].map((value) => ({ value, label: translate(`calendar.${value}`) }))}
                />
              </Row>
              <ThreeNames />
              <Check name="estimated" label={translate("calendar.estimated-help")} />
            </Stack>
          </Form>
        </Panel>
      )}
      {dialog}
    </Page>
  );
}
