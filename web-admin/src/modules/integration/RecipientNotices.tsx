import { Box, Button, Link as Anchor, Typography } from "@mui/material";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { useForm } from "react-hook-form";
import { Link } from "react-router-dom";
import { api, type Schemas, etag } from "../../api/client";
import { useChanged } from "../../app/core/api/keys";
import { pagesOf } from "../../app/core/api/pages";
import { disclosureChanges, recipientNotices } from "./api/disclosures";
import { showDate, today } from "../../ui/dates";
import { Form, Stack } from "../../ui/Form";
import { Day, Text } from "../../ui/fields";
import { Empty, Failure, Loading, Panel } from "../../ui/Page";
import { Opened } from "../../ui/Opened";
import { FormButton } from "../../ui/drafts/FormButton";

type Notice = Schemas["RecipientNoticeView"];

/** [27] Recipients who must be notified of corrected data; the notice and their answer are kept. */
export function RecipientNotices({ childId }: { childId?: string }) {
  const translate = useTranslate();
  const pages = useInfiniteQuery(pagesOf(recipientNotices(childId)));
  const notices = pages.data?.pages.flatMap((page) => page.items);
  return (
    <Panel title={translate("recipients.title")}>
      <Typography sx={{ mb: 1.5 }}>{translate("recipients.help")}</Typography>
      {pages.isPending && <Loading />}
      {pages.isError && <Failure error={pages.error} again={() => void pages.refetch()} />}
      {notices?.length === 0 && <Empty>{translate("recipients.empty")}</Empty>}
      {notices?.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} ofChild={!!childId} />
      ))}
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()}>{translate("list.more")}</Button>}
    </Panel>
  );
}

function NoticeLine({ notice, ofChild }: { notice: Notice; ofChild: boolean }) {
  const translate = useTranslate();
  const [writing, setWriting] = useState(false);
  const owed = notice.state === "owed";
  return (
    <Box sx={{ py: 1, borderBottom: 1, borderColor: "divider", overflowWrap: "anywhere" }}>
      <Typography>
        <Anchor component={Link} to={`/disclosures/${notice.disclosureId}`}>
          {notice.number}
        </Anchor>{" "}
        {[notice.recipient, !ofChild && notice.childName, translate(`recipient-cause.${notice.cause}`)].filter(Boolean).join(" · ")}
      </Typography>
      <Typography color={owed ? "warning.main" : "text.secondary"}>
        {[
          translate(`recipient-state.${notice.state}`),
          owed && notice.dueOn && translate("recipients.due", { day: showDate(notice.dueOn) }),
          notice.toldOn && `${showDate(notice.toldOn)} ${notice.toldBy ?? ""}`,
        ]
          .filter(Boolean)
          .join(" · ")}
      </Typography>
      {notice.text && <Typography sx={{ whiteSpace: "pre-wrap" }}>{notice.text}</Typography>}
      {notice.answer && (
        <Typography sx={{ whiteSpace: "pre-wrap" }}>
          <b>{translate("recipients.answer")}:</b> {showDate(notice.answeredOn)} {notice.answer}
        </Typography>
      )}
      {writing ? (
        <Opened>
          <WriteNotice notice={notice} onBack={() => setWriting(false)} />
        </Opened>
      ) : (
        notice.canTell &&
        notice.state !== "called-off" && (
          <FormButton
            draft={`recipient-notice.${notice.id}`}
            size="small"
            sx={{ mt: 1 }}
            variant={owed ? "outlined" : "text"}
            onOpen={() => setWriting(true)}
          >
            {translate(owed ? "recipients.tell" : "recipients.save-answer")}
          </FormButton>
        )
      )}
    </Box>
  );
}

function WriteNotice({ notice, onBack }: { notice: Notice; onBack: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const owed = notice.state === "owed";
  const form = useForm({ defaultValues: { text: notice.answer ?? "", on: today() } });
  return (
    <Form
      draft={{ form: "recipient-notice", record: notice.id, subject: notice.childId }}
      form={form}
      idPrefix={`recipient-${notice.id}-`}
      submit={translate(owed ? "recipients.tell" : "recipients.save-answer")}
      secondary={<Button onClick={onBack}>{translate("form.back")}</Button>}
      send={async ({ text, on }) => {
        const call = { path: { id: notice.id }, version: etag(notice.version) };
        if (owed) await api.post("/api/integration/recipient-notices/{id}/tell", { ...call, body: { text, on } });
        else await api.post("/api/integration/recipient-notices/{id}/answer", { ...call, body: { answer: text, on } });
        await changed(...disclosureChanges);
        notify(translate("recipients.saved"), { type: "success" });
        onBack();
      }}
    >
      <Stack>
        <Text name="text" label={translate(owed ? "recipients.text" : "recipients.answer")} lines={4} />
        <Day name="on" label={translate("recipients.on")} />
      </Stack>
    </Form>
  );
}
