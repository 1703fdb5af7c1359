import { Button, Table, TableBody, TableCell, TableHead, TableRow, TextField } from "@mui/material";
import { useMemo, useState } from "react";
import { useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas, type Sent } from "../../api/client";
import { useMay } from "../../app/core/me";
import { treeInAlphabet } from "../../ui/alphabet";
import { today } from "../../ui/dates";
import { Row } from "../../ui/Form";
import { Day, Text } from "../../ui/fields";
import { Loading, Page, Panel, Wide } from "../../ui/Page";
import { ReadOnly } from "../../ui/ReadOnly";
import { prefixOf, useName, useTerritories } from "../../ui/reference";
import { fold } from "../../ui/territories";
import { Opened } from "../../ui/Opened";
import { ImportTerritories } from "./ImportTerritories";
import { namesOf, TermForm, ThreeNames } from "./TermForm";
import { FormButton } from "../../ui/drafts/FormButton";

type Territory = Schemas["TerritoryRow"];
const mostFound = 200;

/** The versioned dictionary of territories by SOATE code: rayons and cities; their contents are loaded when expanded or searched for. */
export function TerritoriesPage() {
  const translate = useTranslate();
  const mayManage = useMay("manage-territories");
  const territories = useTerritories();
  const [edited, setEdited] = useState<Territory | "new" | "import">();
  const [search, setSearch] = useState("");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const name = useName();
  const all = useMemo(() => treeInAlphabet(territories.data ?? [], name), [territories.data, name]);
  const parents = useMemo(() => new Set(all.map((t) => t.parent)), [all]);
  const words = fold(search).split(/\s+/).filter(Boolean);
  const rows = words.length
    ? all.filter((t) => words.every((w) => fold(`${t.nameKy} ${t.nameRu} ${t.nameEn} ${t.code}`).includes(w))).slice(0, mostFound)
    : all.filter((t) => t.level <= 2 || (t.parent && open.has(t.parent)));
  const toggle = (code: string) =>
    setOpen((before) => {
      const next = new Set(before);
      // collapsing a place collapses everything in it
      if (before.has(code)) for (const c of before) if (c.startsWith(prefixOf(code))) next.delete(c);
      return before.has(code) ? next : next.add(code);
    });
  if (!territories.data) return <Loading />;
  return (
    <Page
      title={translate("menu.territories")}
      actions={
        mayManage && (
          <>
            <Button onClick={() => setEdited("import")}>{translate("territory.import")}</Button>
            <FormButton draft={"territory.new"} variant="contained" onOpen={() => setEdited("new")}>
              {translate("territory.add")}
            </FormButton>
          </>
        )
      }
    >
      {edited === "import" && (
        <Opened>
          <ImportTerritories onDone={() => setEdited(undefined)} />
        </Opened>
      )}
      {edited && edited !== "import" && (
        <TerritoryForm
          key={edited === "new" ? "new" : edited.code}
          before={edited === "new" ? undefined : edited}
          onDone={() => setEdited(undefined)}
        />
      )}
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <TextField
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder={translate("territory.search")}
          sx={{ mb: 1, maxWidth: 360 }}
          slotProps={{ htmlInput: { "aria-label": translate("territory.search") } }}
        />
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
              {rows.map((t) => (
                <Line
                  key={t.id}
                  territory={t}
                  isOpen={open.has(t.code)}
                  onToggle={words.length === 0 && t.level > 1 && parents.has(t.code) ? () => toggle(t.code) : undefined}
                  onEdit={mayManage ? () => setEdited(t) : undefined}
                />
              ))}
            </TableBody>
          </Table>
        </Wide>
      </Panel>
    </Page>
  );
}

type LineProps = { territory: Territory; isOpen: boolean; onToggle?: () => void; onEdit?: () => void };

function Line({ territory: t, isOpen, onToggle, onEdit }: LineProps) {
  const translate = useTranslate();
  const name = useName();
  return (
    <TableRow>
      <TableCell>{t.code}</TableCell>
      <TableCell sx={{ pl: t.level * 2, fontWeight: t.level === 1 ? 600 : 400 }}>
        {name(t)}
        {onToggle && (
          <Button size="small" onClick={onToggle} aria-expanded={isOpen}>
            {translate(isOpen ? "territory.hide-inner" : "territory.show-inner")}
          </Button>
        )}
      </TableCell>
      <TableCell align="right">{t.population?.toString().replace(/\B(?=(\d{3})+$)/g, " ")}</TableCell>
      <TableCell align="right">
        {onEdit && (
          <FormButton draft={`territory.${t.code}`} size="small" onOpen={onEdit}>
            {translate("territory.change")}
          </FormButton>
        )}
      </TableCell>
    </TableRow>
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
      draft={{ form: "territory", record: before?.code ?? "new" }}
      form={form}
      onDone={onDone}
      consequences={before && (() => api.get("/api/access/territories/{code}/consequences", { path: { code: before.code } }))}
      post={(entry, _, idempotencyKey) =>
        api.post("/api/access/territories", { body: entry as Sent<"/api/access/territories", "post">, idempotencyKey })
      }
    >
      <Row>
        <ReadOnly when={!!before}>
          <Text name="code" label={translate("territory.code")} mono />
        </ReadOnly>
        <Text name="parent" label={translate("territory.parent")} optional={!!before} mono />
        <Text name="predecessor" label={translate("territory.predecessor")} optional mono />
        <Day name="validFrom" label={translate("territory.from")} />
      </Row>
      <ThreeNames />
    </TermForm>
  );
}
