import { Checkbox, Table, TableBody, TableCell, TableHead, TableRow, Typography } from "@mui/material";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { api, type Schemas } from "../../api/client";
import { useChanged } from "../../app/core/api/keys";
import { noticeChoicesQuery } from "./api/notices";
import { Panel } from "../../ui/Page";
import { Refusal } from "../../ui/Refusal";

/** Which kinds of notices I want, in the Base and by mail. */
export function NoticeChoices() {
  const translate = useTranslate();
  const changed = useChanged();
  const { data } = useQuery(noticeChoicesQuery);
  const choose = useMutation({
    mutationFn: (choice: Schemas["ChooseNoticesRequest"]) => api.put("/api/access/notices/choices", { body: choice }),
    onSettled: () => changed(noticeChoicesQuery.queryKey),
  });
  if (!data) return null;
  const mail = !data.mailWorks ? "notices.no-mail" : data.email ? "notices.mail-to" : "notices.no-email";
  return (
    <Panel title={translate("notices.choices")}>
      <Typography sx={{ mb: 1, color: "text.secondary" }}>{translate(mail, { email: data.email ?? "" })}</Typography>
      <Refusal error={choose.error} />
      <Table size="small" sx={{ maxWidth: 720 }}>
        <TableHead>
          <TableRow>
            <TableCell>{translate("notices.kind")}</TableCell>
            <TableCell>{translate("notices.in-base")}</TableCell>
            <TableCell>{translate("notices.by-mail")}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {data.kinds.map((k) => (
            <TableRow key={k.kind}>
              <TableCell component="th">{translate(`notice-kind.${k.kind}`)}</TableCell>
              <TableCell>
                <Checkbox
                  size="small"
                  checked={k.inBase}
                  disabled={k.fixed}
                  slotProps={{ input: { "aria-label": `${translate(`notice-kind.${k.kind}`)}: ${translate("notices.in-base")}` } }}
                  onChange={(_, inBase) => choose.mutate({ kind: k.kind, inBase, byMail: k.byMail })}
                />
              </TableCell>
              <TableCell>
                <Checkbox
                  size="small"
                  checked={k.byMail}
                  slotProps={{ input: { "aria-label": `${translate(`notice-kind.${k.kind}`)}: ${translate("notices.by-mail")}` } }}
                  onChange={(_, byMail) => choose.mutate({ kind: k.kind, inBase: k.inBase, byMail })}
                />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Panel>
  );
}
