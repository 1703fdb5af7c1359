import { useTranslate } from "react-admin";
import { accessRequests } from "./api/accounts";
import { showTime } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { AccessRequests, requestKind } from "./AccessRequests";

/** Who requested which access, and who confirmed it. */
export function AccessRequestList() {
  const translate = useTranslate();
  return (
    <Page title={translate("access-request.all")}>
      <AccessRequests>
        <Panel sx={{ p: { xs: 1, md: 1 } }}>
          <List
            label={translate("access-request.all")}
            source={accessRequests}
            id={(r) => r.id}
            to={(r) => (r.accountId ? `/accounts/${r.accountId}` : undefined)}
            empty={translate("access-request.none")}
            columns={[
              { title: translate("account.login"), cell: (r) => r.login, main: true },
              { title: translate("field.full-name"), cell: (r) => r.fullName },
              { title: translate("access-request.what"), cell: (r) => translate(requestKind(r)) },
              { title: translate("account.role"), cell: (r) => translate(`role.${r.access.role}`) },
              { title: translate("access-request.requested"), cell: (r) => `${r.requestedBy ?? "—"}, ${showTime(r.requestedAt)}` },
              {
                title: translate("field.status"),
                cell: (r) =>
                  [
                    translate(`access-request-state.${r.state}`),
                    r.onMachine && !r.open ? translate("access-request.by-operator") : r.decidedBy,
                    r.decidedAt && showTime(r.decidedAt),
                  ]
                    .filter(Boolean)
                    .join(", "),
              },
            ]}
          />
        </Panel>
      </AccessRequests>
    </Page>
  );
}
