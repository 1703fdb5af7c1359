import { Table, TableBody, TableCell, TableRow } from "@mui/material";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api } from "../../api/client";
import { useMe } from "../../app/core/me";
import { showDate } from "../../ui/dates";
import { Form, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { Page, Panel } from "../../ui/Page";
import { useName, useTerritoryName } from "../../ui/reference";
import { MySecondFactor } from "./MySecondFactor";
import { MySessions } from "./MySessions";

export function MyAccount() {
  const translate = useTranslate();
  const notify = useNotify();
  const me = useMe();
  const name = useName();
  const territory = useTerritoryName();
  const form = useForm({ defaultValues: { password: "", newPassword: "" } });
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
    <Page title={translate("menu.me")}>
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
          draft={null}
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
              autoComplete="new-password"
              label={translate("sign-in.new-password")}
              help={translate("sign-in.password-rule")}
              width={360}
            />
          </Stack>
        </Form>
      </Panel>
      <Panel title={translate("second-factor.title")}>
        <MySecondFactor />
      </Panel>
      <Panel title={translate("account.sessions")}>
        <MySessions />
      </Panel>
    </Page>
  );
}
