import { Alert, Box, Button, Chip, Link as Anchor, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { Link } from "react-router-dom";
import { api, etag, type Schemas } from "../../api/client";
import { institutionChanges } from "./api/institutions";
import { useChanged } from "../../app/core/api/keys";
import { placementsQuery } from "./api/placements";
import { showDate, today } from "../../ui/dates";
import { Form, Row, Stack } from "../../ui/Form";
import { Day, Text } from "../../ui/fields";
import { Empty, Failure, Loading, Panel } from "../../ui/Page";
import { useName } from "../../ui/reference";
import { Opened } from "../../ui/Opened";
import { LinkSibling } from "./LinkSibling";
import { PlaceChild } from "./PlaceChild";
import { FormButton } from "../../ui/drafts/FormButton";

type Placement = Schemas["PlacementView"];

/** Where the child lives and has lived [17.3, 20.8], and whether its siblings live elsewhere. */
export function PlacementsTab({ childId }: { childId: string }) {
  const translate = useTranslate();
  const [placing, setPlacing] = useState(false);
  const list = useQuery(placementsQuery(childId));
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />;
  const { items, canEdit, siblings } = list.data;
  return (
    <>
      {items.length === 0 && <Empty>{translate("placement.none-of-child")}</Empty>}
      {items.map((placement) => (
        <PlacementPanel key={placement.id} placement={placement} canEdit={canEdit} />
      ))}
      {canEdit &&
        // a current placement must end first; only a day center can be added to it, so the form opens on request
        (placing || !items.some((p) => !p.until && p.kind !== "day-centre") ? (
          <Opened quiet={!placing}>
            <PlaceChild childId={childId} last={items.find((p) => p.kind !== "day-centre")} />
          </Opened>
        ) : (
          <FormButton draft={`place-child.${childId}`} sx={{ mb: 2 }} onOpen={() => setPlacing(true)}>
            {translate("placement.place")}
          </FormButton>
        ))}
      <Panel title={translate("sibling.title")}>
        {siblings.length === 0 && <Typography color="textSecondary">{translate("sibling.none")}</Typography>}
        {siblings.map((s) => (
          <Typography key={s.childId}>
            <Anchor component={Link} to={`/children/${s.childId}?tab=placements`}>
              {s.fullName}
            </Anchor>
            {s.apart && <Chip size="small" color="warning" variant="outlined" label={`▲ ${translate("sibling.apart")}`} sx={{ ml: 1 }} />}
          </Typography>
        ))}
        {canEdit && <LinkSibling childId={childId} />}
      </Panel>
    </>
  );
}

function PlacementPanel({ placement, canEdit }: { placement: Placement; canEdit: boolean }) {
  const translate = useTranslate();
  const name = useName();
  const [doing, setDoing] = useState<"leave" | "review">();
  const c = placement.contents;
  const where = placement.institutionKy ? name({ nameKy: placement.institutionKy, nameRu: placement.institutionRu ?? "" }) : c.carer;
  return (
    <Panel
      title={
        <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", alignItems: "center" }}>
          {translate(`placement-kind.${placement.kind}`)}
          {where && ` · ${where}`}
          {!placement.until && <Chip size="small" color="success" variant="outlined" label={translate("placement.now")} />}
        </Box>
      }
    >
      <Typography>
        {showDate(placement.from)} – {placement.until ? showDate(placement.until) : translate("placement.until-now")}
      </Typography>
      <Typography color="textSecondary">{[c.legalGround, c.decision, showDate(placement.decidedOn), c.decidedBy].join(" · ")}</Typography>
      {c.gap && <Typography>{`${translate("placement.gap")}: ${c.gap}`}</Typography>}
      {c.beyondCapacity && <Alert severity="warning">{`${translate("placement.beyond-capacity")}: ${c.beyondCapacity}`}</Alert>}
      {c.left && <Typography>{`${translate("placement.left")}: ${c.left}`}</Typography>}
      {(c.reviews ?? []).map((review) => (
        <Typography key={`${review.on}${review.findings}`}>
          <b>{translate("placement.review-on", { day: showDate(review.on) })}</b> {review.findings}
        </Typography>
      ))}
      {placement.reviewDueOn && (
        <Typography color="textSecondary">{translate("placement.review-due", { day: showDate(placement.reviewDueOn) })}</Typography>
      )}
      {canEdit && !placement.until && !doing && (
        <Box sx={{ display: "flex", gap: 1, mt: 1.5, flexWrap: "wrap" }}>
          <FormButton draft={`review-placement.${placement.id}`} variant="outlined" onOpen={() => setDoing("review")}>
            {translate("placement.review")}
          </FormButton>
          <FormButton draft={`leave-placement.${placement.id}`} variant="outlined" onOpen={() => setDoing("leave")}>
            {translate("placement.leave")}
          </FormButton>
        </Box>
      )}
      {doing && (
        <Opened key={doing}>
          <Act placement={placement} act={doing} onDone={() => setDoing(undefined)} />
        </Opened>
      )}
    </Panel>
  );
}

/** Leaving, or a review of whether the place is still right. */
function Act({ placement, act, onDone }: { placement: Placement; act: "leave" | "review"; onDone: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const form = useForm({ defaultValues: { on: today(), learnedOn: today(), because: "", findings: "" } });
  return (
    <Form
      draft={{ form: act === "leave" ? "leave-placement" : "review-placement", record: placement.id }}
      form={form}
      idPrefix={`${act}-${placement.id}-`}
      submit={translate(`placement.${act}`)}
      secondary={<Button onClick={onDone}>{translate("form.back")}</Button>}
      send={async ({ on, learnedOn, because, findings }, idempotencyKey) => {
        const common = { path: { id: placement.id }, version: etag(placement.version), idempotencyKey };
        if (act === "leave") await api.post("/api/institutions/placements/{id}/leave", { ...common, body: { on, learnedOn, because } });
        else await api.post("/api/institutions/placements/{id}/review", { ...common, body: { on, findings } });
        notify(translate("form.saved"), { type: "success" });
        await changed(...institutionChanges);
        onDone();
      }}
    >
      <Stack>
        <Row>
          <Day name="on" label={translate(act === "leave" ? "placement.left-on" : "placement.reviewed-on")} />
          {act === "leave" && <Day name="learnedOn" label={translate("change.learned-on")} />}
        </Row>
        {act === "leave" ? (
          <Text name="because" label={translate("placement.left")} lines={2} />
        ) : (
          <Text name="findings" label={translate("placement.findings")} lines={3} />
        )}
      </Stack>
    </Form>
  );
}
