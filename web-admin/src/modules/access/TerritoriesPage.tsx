import { Button, Table, TableBody, TableCell, TableHead, TableRow } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas } from "../../api/client";
import { useMay } from "../../app/me";
import { treeInAlphabet } from "../../ui/alphabet";
import { today } from "../../ui/dates";
import { Row } from "../../ui/Form";
import { Day, Text } from "../../ui/fields";
import { Loading, Page, Panel, Wide } from "../../ui/Page";
import { useName, useTerritories } from "../../ui/reference";
import { namesOf, TermForm, ThreeNames } from "./TermForm";

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
              {treeInAlphabet(territories.data, name).map((t) => (
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
  const form = useForm({
    defaultValues: { ...namesOf(before), code: before?.code ?? "", parent: before?.parent ?? "", validFrom: today(), predecessor: "" },
  });
  return (
    <TermForm
      title={translate(before ? "territory.change" : "territory.add")}
      form={form}
      onDone={onDone}
      post={(entry, _, idempotencyKey) => api.post("/api/access/territories", { body: entry as never, idempotencyKey })}
    >
      <Row>
        <Text name="code" label={translate("territory.code")} disabled={!!before} mono />
        <Text name="parent" label={translate("territory.parent")} optional={!!before} mono />
        <Text name="predecessor" label={translate("territory.predecessor")} optional mono />
        <Day name="validFrom" label={translate("territory.from")} />
      </Row>
      <ThreeNames />
    </TermForm>
  );
}
