import { Table, TableBody, TableCell, TableHead, TableRow } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { rightsQuery } from "./api/accounts";
import { useMay } from "../../app/core/me";
import { Failure, Loading, Page, Panel, Wide } from "../../ui/Page";
import { SealedReaders } from "./SealedReaders";

/** The table of rights, as defined in code [7, 15.2]. */
export function RightsPage() {
  const translate = useTranslate();
  const naming = useMay("name-sealed-readers");
  const rights = useQuery(rightsQuery);
  if (rights.isPending) return <Loading />;
  if (rights.isError)
    return (
      <Page title={translate("menu.rights")}>
        <Failure error={rights.error} />
      </Page>
    );
  const { roles, permissions } = rights.data;
  return (
    <Page title={translate("menu.rights")} subtitle={translate("rights.help")}>
      <Panel sx={{ p: 0 }}>
        <Wide label={translate("menu.rights")}>
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell>{translate("rights.right")}</TableCell>
                {roles.map((r) => (
                  <TableCell key={r.role} align="center" sx={{ whiteSpace: "normal", minWidth: 110, verticalAlign: "bottom" }}>
                    {translate(`role.${r.role}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              <TableRow>
                <TableCell component="th">{translate("rights.scope")}</TableCell>
                {roles.map((r) => (
                  <TableCell key={r.role} align="center">
                    {translate(`scope.${r.scope}`)}
                  </TableCell>
                ))}
              </TableRow>
              <TableRow>
                <TableCell component="th">{translate("rights.second-factor")}</TableCell>
                {roles.map((r) => (
                  <TableCell key={r.role} align="center">
                    {translate(r.secondFactor ? "form.yes" : "form.no")}
                  </TableCell>
                ))}
              </TableRow>
              <TableRow>
                <TableCell component="th">{translate("rights.held-in")}</TableCell>
                {roles.map((r) => (
                  <TableCell key={r.role} align="center" sx={{ whiteSpace: "normal", fontSize: 12 }}>
                    {r.heldIn.kinds.length === 0
                      ? "—"
                      : `${translate(`body-level.${r.heldIn.level}`)}: ${r.heldIn.kinds.map((kind) => translate(`body-kind.${kind}`)).join(", ")}`}
                  </TableCell>
                ))}
              </TableRow>
              {permissions.map((permission) => (
                <TableRow key={permission}>
                  <TableCell component="th">{translate(`permission.${permission}`)}</TableCell>
                  {roles.map((r) => (
                    <TableCell
                      key={r.role}
                      align="center"
                      sx={{ color: r.permissions.includes(permission) ? "success.main" : "text.secondary" }}
                    >
                      {r.permissions.includes(permission) ? `✓ ${translate("form.yes")}` : "—"}
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Wide>
      </Panel>
      {naming && <SealedReaders />}
    </Page>
  );
}
