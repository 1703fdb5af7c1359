import { Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { api, type Schemas } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";
import { receiversQuery, transfersQuery } from "./api/transfers";
import { usePieces } from "../../app/core/pieces";
import { Form, Row, Stack } from "../../ui/Form";
import { Text } from "../../ui/fields";
import { Pick } from "../../ui/Pick";
import { Empty, Failure, Loading, Panel } from "../../ui/Page";
import { useName } from "../../ui/reference";
import { TransferLine } from "./TransferLine";
import { TerritoryPick } from "../../ui/TerritoryPick";

/** Who is responsible for the case [16], who was before, and the offer to hand it over. */
export function PeopleTab({ card }: { card: Schemas["GetCardResponse"] }) {
  const translate = useTranslate();
  const pieces = usePieces("card");
  const transfers = useQuery(transfersQuery(card.id));
  if (transfers.isPending) return <Loading />;
  if (transfers.isError) return <Failure error={transfers.error} again={() => void transfers.refetch()} />;
  const waiting = transfers.data.some((t) => t.status === "offered");
  return (
    <>
      <Panel title={translate("card.people")}>
        <Typography>{card.case?.responsible ?? "—"}</Typography>
      </Panel>
      <Panel title={translate("transfer.title")}>
        {transfers.data.length === 0 && <Empty>{translate("transfer.none")}</Empty>}
        {transfers.data.map((t) => (
          <TransferLine key={t.id} transfer={t} />
        ))}
      </Panel>
      {pieces.map(({ UnderPeople }, at) => UnderPeople && <UnderPeople key={at} childId={card.id} />)}
      {card.canEdit && !waiting && card.case?.status !== "closed" && <OfferTransfer card={card} />}
    </>
  );
}

function OfferTransfer({ card }: { card: Schemas["GetCardResponse"] }) {
  const translate = useTranslate();
  const notify = useNotify();
  const name = useName();
  const changed = useChanged();
  const form = useForm({ defaultValues: { territory: card.territory, to: "", reason: "" } });
  const territory = form.watch("territory");
  const receivers = useQuery({ ...receiversQuery(territory, card.id), enabled: !!territory });
  return (
    <Panel title={translate("transfer.offer")}>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>
        {translate("transfer.help")}
      </Typography>
      <Form
        draft={{ form: "offer-transfer", record: card.id, subject: card.id }}
        form={form}
        idPrefix="transfer-"
        submit={translate("transfer.offer")}
        send={async (values, key) => {
          await api.post("/api/children/cards/{id}/transfers", {
            path: { id: card.id },
            body: values,
            idempotencyKey: key,
          });
          notify(translate("transfer.was-offered"), { type: "success" });
          await changed(...caseChanges);
        }}
      >
        <Stack>
          <Row>
            <TerritoryPick name="territory" label={translate("transfer.territory")} all />
            <Pick
              name="to"
              label={translate("transfer.to")}
              help={receivers.data?.length === 0 ? translate("transfer.none-there") : undefined}
              options={(receivers.data ?? []).map((r) => ({
                value: r.id,
                label: `${r.fullName} · ${name({ nameKy: r.bodyKy, nameRu: r.bodyRu })}`,
              }))}
            />
          </Row>
          <Text name="reason" label={translate("transfer.reason")} lines={2} />
        </Stack>
      </Form>
    </Panel>
  );
}
