import { Box, Table, TableBody, TableCell, TableHead, TableRow } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { useSearchParams } from "react-router-dom";
import { api, type Schemas, type Sent } from "../../api/client";
import { furtherFieldKindCodes } from "../../api/schemaCodes";
import { dictionariesQuery } from "../../app/core/api/reference";
import { useMay } from "../../app/core/me";
import { showDate, today } from "../../ui/dates";
import { Row } from "../../ui/Form";
import { Choice, Day, Text } from "../../ui/fields";
import { Empty, Failure, Loading, Page, Panel, Wide } from "../../ui/Page";
import { ReadOnly } from "../../ui/ReadOnly";
import { Filter } from "../../ui/Filter";
import { namesOf, TermForm, ThreeNames } from "./TermForm";
import { FormButton } from "../../ui/drafts/FormButton";

type Item = Schemas["DictionaryRow"];
type Field = Schemas["FurtherFieldRow"];
const further = "further";

/** The dictionaries, all editable, and the open list of [17.9]. */
export function DictionariesPage() {
  const translate = useTranslate();
  const mayManage = useMay("manage-dictionaries");
  const [params, setParams] = useSearchParams();
  const [edited, setEdited] = useState<Item | Field | "new">();
  const all = useQuery({ ...dictionariesQuery, staleTime: 0 });
  if (all.isPending) return <Loading />;
  if (all.isError)
    return (
      <Page title={translate("menu.dictionaries")}>
        <Failure error={all.error} />
      </Page>
    );
  const names = [...new Set(all.data.items.map((i) => i.dictionary)), further];
  const chosen = params.get("of") ?? names[0]!;
  const rows: readonly (Item | Field)[] =
    chosen === further ? all.data.furtherFields : all.data.items.filter((i) => i.dictionary === chosen);
  const before = edited === "new" ? undefined : edited;
  const draftOf = (code: string) =>
    chosen === further ? (`further-field.${code}` as const) : (`dictionary-item.${chosen}.${code}` as const);
  return (
    <Page
      title={translate("menu.dictionaries")}
      actions={
        mayManage && (
          <FormButton draft={draftOf("new")} variant="contained" onOpen={() => setEdited("new")}>
            {translate("dictionary.add")}
          </FormButton>
        )
      }
    >
      <Box sx={{ mb: 2 }}>
        <Filter
          value={chosen}
          onChange={(value) => {
            setParams(value ? { of: value } : {});
            setEdited(undefined);
          }}
          all={translate("form.choose")}
          options={names.map((value) => ({ value, label: translate(`dictionary-name.${value}`, { _: value }) }))}
          label={translate("menu.dictionaries")}
        />
      </Box>
      {edited &&
        (chosen === further ? (
          <FurtherFieldForm
            key={before?.code ?? "new"}
            before={before as Field}
            names={names.filter((n) => n !== further)}
            onDone={() => setEdited(undefined)}
          />
        ) : (
          <ItemForm key={before?.code ?? "new"} dictionary={chosen} before={before as Item} onDone={() => setEdited(undefined)} />
        ))}
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        {rows.length === 0 ? (
          <Empty>{translate("further.empty")}</Empty>
        ) : (
          <Wide label={translate("menu.dictionaries")}>
            <Table size="small" aria-label={translate(`dictionary-name.${chosen}`, { _: chosen })}>
              <TableHead>
                <TableRow>
                  <TableCell>{translate("dictionary.code")}</TableCell>
                  <TableCell>{translate("name.ky")}</TableCell>
                  <TableCell>{translate("name.ru")}</TableCell>
                  <TableCell>{translate("name.en")}</TableCell>
                  <TableCell>{translate("dictionary.until")}</TableCell>
                  <TableCell component="td" />
                </TableRow>
              </TableHead>
              <TableBody>
                {rows.map((row) => (
                  <TableRow key={row.code}>
                    <TableCell sx={{ whiteSpace: "nowrap" }}>{row.code}</TableCell>
                    <TableCell>{row.nameKy}</TableCell>
                    <TableCell>{row.nameRu}</TableCell>
                    <TableCell>{row.nameEn}</TableCell>
                    <TableCell>{showDate(row.validUntil)}</TableCell>
                    <TableCell align="right">
                      {mayManage && (
                        <FormButton draft={draftOf(row.code)} size="small" onOpen={() => setEdited(row)}>
                          {translate("dictionary.change")}
                        </FormButton>
                      )}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Wide>
        )}
      </Panel>
    </Page>
  );
}

const common = (before?: Item | Field) => ({
  ...namesOf(before),
  code: before?.code ?? "",
  order: String(before?.order ?? 100),
  validFrom: before?.validFrom ?? today(),
  validUntil: before?.validUntil ?? "",
});

function TermAndNames({ fixedCode }: { fixedCode: boolean }) {
  const translate = useTranslate();
  return (
    <>
      <Row>
        <ReadOnly when={fixedCode}>
          <Text name="code" label={translate("dictionary.code")} />
        </ReadOnly>
        <Text name="order" label={translate("dictionary.order")} width={120} />
        <Day name="validFrom" label={translate("dictionary.from")} />
        <Day name="validUntil" label={translate("dictionary.until")} optional />
      </Row>
      <ThreeNames />
    </>
  );
}

function ItemForm({ dictionary, before, onDone }: { dictionary: string; before?: Item; onDone: () => void }) {
  const translate = useTranslate();
  const form = useForm({ defaultValues: common(before) });
  return (
    <TermForm
      title={translate(before ? "dictionary.change" : "dictionary.add")}
      draft={{ form: "dictionary-item", record: `${dictionary}.${before?.code ?? "new"}` }}
      form={form}
      onDone={onDone}
      consequences={
        before &&
        (() => api.get("/api/children/dictionaries/{dictionary}/{code}/consequences", { path: { dictionary, code: before.code } }))
      }
      post={(entry, { order }, idempotencyKey) =>
        api.post("/api/children/dictionaries", {
          body: { ...entry, order: Number(order) || 0, dictionary } as Sent<"/api/children/dictionaries", "post">,
          idempotencyKey,
        })
      }
    >
      <TermAndNames fixedCode={!!before} />
    </TermForm>
  );
}

function FurtherFieldForm({ before, names, onDone }: { before?: Field; names: string[]; onDone: () => void }) {
  const translate = useTranslate();
  const form = useForm({ defaultValues: { ...common(before), kind: before?.kind ?? "text", choices: before?.choices ?? "" } });
  const kind = form.watch("kind");
  return (
    <TermForm
      title={translate(before ? "dictionary.change" : "further.add")}
      draft={{ form: "further-field", record: before?.code ?? "new" }}
      form={form}
      onDone={onDone}
      consequences={before && (() => api.get("/api/children/further-fields/{code}/consequences", { path: { code: before.code } }))}
      post={(entry, { order }, idempotencyKey) =>
        api.post("/api/children/further-fields", {
          body: { ...entry, order: Number(order) || 0 } as Sent<"/api/children/further-fields", "post">,
          idempotencyKey,
        })
      }
    >
      <TermAndNames fixedCode={!!before} />
      <Row>
        <ReadOnly when={!!before}>
          <Choice
            name="kind"
            label={translate("further.kind")}
            options={furtherFieldKindCodes.map((value) => ({
              value,
              label: translate(`further-kind.${value}`),
            }))}
          />
        </ReadOnly>
        {kind === "choice" && (
          <Choice
            name="choices"
            label={translate("further.choices")}
            options={names.map((value) => ({ value, label: translate(`dictionary-name.${value}`, { _: value }) }))}
          />
        )}
      </Row>
    </TermForm>
  );
}
