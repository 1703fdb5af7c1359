import { Alert, Box, Button } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useFieldArray, useForm, useFormContext } from "react-hook-form";
import { useNavigate, useParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { useChanged } from "../../app/core/api/keys";
import { courseChanges, courseContentsQuery, materialsToPickQuery } from "./api/courses";
import { useConfirmation } from "../../ui/Confirmation";
import { Form, Row, Stack } from "../../ui/Form";
import { Check, Text } from "../../ui/fields";
import { Pick } from "../../ui/Pick";
import { LocalTextFields, noText } from "../../ui/LocalText";
import { Failure, Loading, Page, Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";
import { roles } from "../../ui/roles";
import { Refusal, useAct } from "../../ui/Refusal";

const option = { text: noText, right: false };
const question = { text: noText, options: [{ text: noText, right: true }, option] };
const empty = {
  name: noText,
  about: noText,
  materials: [] as string[],
  questions: [question],
  passPercent: "80",
  validMonths: "12",
  roles: ["holder"] as Schemas["Role"][],
};

/** [15.3] A course: what to read, the test, who has to take it and for how long it is valid. */
export function CourseForm() {
  const { id } = useParams();
  const translate = useTranslate();
  const say = useSay();
  const navigate = useNavigate();
  const notify = useNotify();
  const changed = useChanged();
  const stored = useQuery({ ...courseContentsQuery(id!), enabled: !!id });
  const materials = useQuery(materialsToPickQuery);
  const known = stored.data?.data.course;
  const form = useForm({
    defaultValues: empty,
    values: useMemo(
      () =>
        known
          ? {
              ...known,
              materials: [...known.materials],
              roles: [...known.roles],
              passPercent: String(known.passPercent),
              validMonths: String(known.validMonths),
              questions: known.questions.map((q) => ({ ...q, options: [...q.options] })),
            }
          : undefined,
      [known],
    ),
  });
  const { ask, dialog } = useConfirmation();
  const { act, error } = useAct();
  if (id && stored.isPending) return <Loading />;
  if (stored.isError)
    return (
      <Page title={translate("course.edit")}>
        <Failure error={stored.error} />
      </Page>
    );
  const isClosed = stored.data?.data.isClosed;
  const closeOrReopen = () =>
    act(async () => {
      const path = { id: id! };
      const { version } = stored.data!;
      if (isClosed) await api.post("/api/reporting/courses/{id}/reopen", { path, version });
      else if (
        !(await ask(
          translate("course.close"),
          () => api.get("/api/reporting/courses/{id}/consequences", { path }),
          (confirm, idempotencyKey) => api.post("/api/reporting/courses/{id}/close", { path, body: { confirm }, version, idempotencyKey }),
          { always: true },
        ))
      )
        return;
      await changed(...courseChanges);
      notify(translate("form.saved"), { type: "success" });
    });
  return (
    <Page title={translate(id ? "course.edit" : "course.create")}>
      {isClosed && (
        <Alert
          severity="info"
          sx={{ mb: 2 }}
          action={
            <Button color="inherit" onClick={() => closeOrReopen()}>
              {translate("course.reopen")}
            </Button>
          }
        >
          {translate("course.is-closed")}
          <Refusal error={error} />
        </Alert>
      )}
      {dialog}
      <Form
        draft={{ form: "course", record: id }}
        form={form}
        strip="course."
        submit={translate("form.save")}
        secondary={
          <>
            <Button onClick={() => navigate("/courses")}>{translate("form.back")}</Button>
            {id && !isClosed && (
              <Button color="error" onClick={() => closeOrReopen()}>
                {translate("course.close")}
              </Button>
            )}
            {!isClosed && <Refusal error={error} />}
          </>
        }
        send={async (values, idempotencyKey) => {
          const course: Schemas["CourseContents"] = {
            ...values,
            passPercent: Number(values.passPercent) || 0,
            validMonths: Number(values.validMonths) || 0,
          };
          if (id) await api.put("/api/reporting/courses/{id}", { path: { id }, body: { course }, version: stored.data!.version });
          else await api.post("/api/reporting/courses", { body: { course }, idempotencyKey });
          await changed(...courseChanges);
          notify(translate("form.saved"), { type: "success" });
          void navigate("/courses");
        }}
      >
        <Panel>
          <Stack>
            <LocalTextFields name="name" label={translate("course.name")} />
            <LocalTextFields name="about" label={translate("course.about")} lines={2} />
            <Row>
              <Text name="passPercent" label={translate("course.pass-percent")} width={140} mono />
              <Text name="validMonths" label={translate("course.valid-months")} width={140} mono />
            </Row>
            <Pick
              name="roles"
              multiple
              label={translate("course.roles")}
              options={roles.map((value) => ({ value, label: translate(`role.${value}`) }))}
            />
            <Pick
              name="materials"
              multiple
              optional
              label={translate("course.read")}
              options={(materials.data ?? []).map((m) => ({ value: m.id, label: say(m.title) }))}
            />
          </Stack>
        </Panel>
        <Questions />
      </Form>
    </Page>
  );
}

function Questions() {
  const translate = useTranslate();
  const { fields, append, remove } = useFieldArray({ name: "questions" });
  return (
    <>
      {fields.map((field, i) => (
        <Panel key={field.id} title={translate("course.question", { number: i + 1 })}>
          <Box role="group" aria-label={translate("course.question", { number: i + 1 })} sx={{ display: "grid", gap: 2 }}>
            <LocalTextFields name={`questions.${i}.text`} label={translate("course.question-text")} />
            <Options question={i} />
            {fields.length > 1 && (
              <Box>
                <Button color="inherit" onClick={() => remove(i)}>
                  {translate("course.remove-question", { number: i + 1 })}
                </Button>
              </Box>
            )}
          </Box>
        </Panel>
      ))}
      <Button onClick={() => append(question)}>{translate("course.add-question")}</Button>
    </>
  );
}

function Options({ question: q }: { question: number }) {
  const translate = useTranslate();
  const { fields, append, remove } = useFieldArray({ name: `questions.${q}.options` });
  const { formState, getFieldState } = useFormContext();
  const wrong = getFieldState(`questions.${q}.options`, formState).error as { message?: string; root?: { message?: string } } | undefined;
  return (
    <Box sx={{ borderLeft: 3, borderColor: "divider", pl: 2 }}>
      {(wrong?.message ?? wrong?.root?.message) && <Alert severity="error">{wrong?.message ?? wrong?.root?.message}</Alert>}
      {fields.map((field, o) => (
        <Box key={field.id} sx={{ mb: 1.5 }}>
          <LocalTextFields name={`questions.${q}.options.${o}.text`} label={translate("course.option", { number: o + 1 })} />
          <Check name={`questions.${q}.options.${o}.right`} label={translate("course.right")} />
          {fields.length > 2 && (
            <Button size="small" color="inherit" onClick={() => remove(o)}>
              {translate("course.remove-option", { number: o + 1 })}
            </Button>
          )}
        </Box>
      ))}
      {fields.length < 8 && <Button onClick={() => append(option)}>{translate("course.add-option")}</Button>}
    </Box>
  );
}
