import { Button, Table, TableBody, TableCell, TableRow } from "@mui/material";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas } from "../../api/client";
import { useMe } from "../../app/me";
import { showDate } from "../../ui/dates";
import { Form, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { Page, Panel } from "../../ui/Page";
import { useName, useTerritoryName } from "../../ui/reference";
import { Sessions } from "./Sessions";

/** Ends the outside provider's session too. What names the person goes as a form, never in an address. */
function leaveFor({ address, fields }: Schemas["SignOutElsewhere"]) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

export function MyAccount() {
  const translate = useTranslate();
  const notify = useNotify();
  const me = useMe();
  const name = useName();
  const territory = useTerritoryName();
  const queries = useQueryClient();
  const form = useForm({ defaultValues: { password: "", newPassword: "" } });
  const signOut = useMutation({
    mutationFn: async () => (await api.post("/api/access/sign-out")).data.elsewhere,
    onSuccess: (elsewhere) => (elsewhere ? leaveFor(elsewhere) : window.location.assign("/auth/begin?to=/")),
    onError: () => window.location.assign("/auth/begin?to=/"),
  });
  const facts: [string, string][] = [
    ["account.login", me.login],
    ["account.name", me.fullName],
    ["account.position", me.position],
    ["account.body", name({ nameKy: me.bodyKy, nameRu: me.bodyRu })],
    ["account.role", translate(`role.${me.role}`)],
    ["account.territory", me.scope === "republic" ? translate("account.republic") : territory(me.territory) || "—"],
    ["account.until", showDate(me.validUntil)],
  ];
  return (
    <Page
      title={translate("menu.me")}
      actions={
        <Button variant="outlined" onClick={() => signOut.mutate()}>
          {translate("account.sign-out")}
        </Button>
      }
    >
      <Panel>
        <Table size="small">
          <TableBody>
            {facts.map(([label, value]) => (
              <TableRow key={label}>
                <TableCell component="th" sx={{ width: "35%", color: "text.secondary" }}>
                  {translate(label)}
                </TableCell>
                <TableCell>{value}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Panel>
      <Panel title={translate("account.change-password")}>
        <Form
          form={form}
          submit={translate("account.change-password")}
          send={async (values, key) => {
            await api.post("/api/access/me/password", { body: values, idempotencyKey: key });
            form.reset();
            notify(translate("account.password-changed"), { type: "success" });
          }}
        >
          <Stack>
            <Text name="password" type="password" label={translate("sign-in.password")} width={360} />
            <Text
              name="newPassword"
              type="password"
              label={translate("sign-in.new-password")}
              help={translate("sign-in.password-rule")}
              width={360}
            />
          </Stack>
        </Form>
      </Panel>
      <Panel title={translate("account.sessions")}>
        <Sessions sessions={me.sessions} onEnded={() => void queries.invalidateQueries({ queryKey: ["me"] })} />
      </Panel>
    </Page>
  );
}
