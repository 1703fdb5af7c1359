import { Button, Table, TableBody, TableCell, TableHead, TableRow } from "@mui/material";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas } from "../../api/client";
import { useMay } from "../../app/me";
import { today } from "../../ui/dates";
import { Form, Row, Stack } from "../../ui/Form";
import { Day, Text } from "../../ui/fields";
import { Loading, Page, Panel, Wide } from "../../ui/Page";
import { useName, useTerritories } from "../../ui/reference";
import { clean } from "../children/clean";

type Territory = Schemas["TerritoryRow"];

/** The versioned dictionary of territories by SOATE code. */
export function TerritoriesPage() {
  const translate = useTranslate();
  const name = useName();
  const mayManage = useMay("manage-territories");
  const territories = useTerritories();
  const [edited, setEdited] = useState<Territory | "new">();
  if (!territories.data) return <Loading />;
  return (
    <Page
      title={translate("menu.territories")}
      actions={
        mayManage && (
          <Button variant="contained" onClick={() => setEdited("new")}>
            {translate("territory.add")}
          </Button>
        )
      }
    >
      {edited && (
        <TerritoryForm
          key={edited === "new" ? "new" : edited.code}
          before={edited === "new" ? undefined : edited}
          onDone={() => setEdited(undefined)}
        />
      )}
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <Wide label={translate("menu.territories")}>
          <Table size="small" aria-label={translate("menu.territories")}>
            <TableHead>
              <TableRow>
                <TableCell>{translate("territory.code")}</TableCell>
                <TableCell>{translate("territory.name")}</TableCell>
                <TableCell align="right">{translate("territory.population")}</TableCell>
                <TableCell component="td" />
              </TableRow>
            </TableHead>
            <TableBody>
              {territories.data.map((t) => (
                <TableRow key={t.id}>
                  <TableCell>{t.code}</TableCell>
                  <TableCell sx={{ pl: t.level * 2, fontWeight: t.level === 1 ? 600 : 400 }}>{name(t)}</TableCell>
                  <TableCell align="right">{t.population?.toString().replace(/\B(?=(\d{3})+$)/g, " ")}</TableCell>
                  <TableCell align="right">
                    {mayManage && (
                      <Button size="small" onClick={() => setEdited(t)}>
                        {translate("territory.change")}
                      </Button>
                    )}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Wide>
      </Panel>
    </Page>
  );
}

function TerritoryForm({ before, onDone }: { before?: Territory; onDone: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const queries = useQueryClient();
  const form = useForm({
    defaultValues: {
      code: before?.code ?? "",
      parent: before?.parent ?? "",
      nameKy: before?.nameKy ?? "",
      nameRu: before?.nameRu ?? "",
      nameEn: before?.nameEn ?? "",
      validFrom: today(),
      predecessor: "",
    },
  });
  return (
    <Panel title={translate(before ? "territory.change" : "territory.add")}>
      <Form
        form={form}
        submit={translate("form.save")}
        secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
        send={async (values, key) => {
          await api.post("/api/access/territories", {
            body: {
              ...(clean(values) as object),
              code: values.code,
              nameKy: values.nameKy,
              nameRu: values.nameRu,
              nameEn: values.nameEn,
            } as never,
            idempotencyKey: key,
          });
          await queries.invalidateQueries();
          notify(translate("form.saved"), { type: "success" });
          onDone();
        }}
      >
        <Stack>
          <Row>
            <Text name="code" label={translate("territory.code")} disabled={!!before} mono />
            <Text name="parent" label={translate("territory.parent")} optional={!!before} mono />
            <Text name="predecessor" label={translate("territory.predecessor")} optional mono />
            <Day name="validFrom" label={translate("territory.from")} />
          </Row>
          <Row>
            <Text name="nameKy" label={translate("name.ky")} />
            <Text name="nameRu" label={translate("name.ru")} />
            <Text name="nameEn" label={translate("name.en")} />
          </Row>
        </Stack>
      </Form>
    </Panel>
  );
}
