import { Box, Button } from "@mui/material";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { useSearchParams } from "react-router-dom";
import { api, type Schemas } from "../../api/client";
import { attachedToCodes } from "../../api/schemaCodes";
import { pagesOf } from "../../app/core/api/pages";
import { attachments } from "./api/attachments";
import { usePieces } from "../../app/core/pieces";
import { Empty, Failure, Loading, Panel } from "../../ui/Page";
import { Filter } from "../../ui/Filter";
import { AttachFile } from "../../ui/AttachFile";
import { FileRows } from "./FileRows";

type To = Schemas["AttachedTo"];

/** Everything attached to a child's card and to the steps of its road; if opened from a step, only its own files. */
export function DocumentsTab({ childId, canEdit }: { childId: string; canEdit: boolean }) {
  const translate = useTranslate();
  const pieces = usePieces("card");
  const [params, setParams] = useSearchParams();
  const to = (params.get("to") ?? undefined) as To | undefined;
  const about = params.get("about") ?? undefined;
  const list = useInfiniteQuery(pagesOf(attachments(childId, to, about)));
  if (list.isPending) return <Loading />;
  if (list.isError) return <Failure error={list.error} again={() => void list.refetch()} />;
  const files = list.data.pages.flatMap((page) => page.items);
  const go = (next: Record<string, string>) => setParams({ tab: "documents", ...next }, { replace: true });
  return (
    <>
      {canEdit && (
        <Panel title={translate("file.attach-to", { to: translate(`attached-to.${about ? (to ?? "card") : "card"}`) })}>
          <AttachFile
            key={about ?? "card"}
            draft={{ form: "attach-file", record: about ?? childId, subject: childId }}
            send={(file, idempotencyKey) =>
              api.post("/api/children/cards/{id}/attachments", {
                path: { id: childId },
                body: { ...file, to: about ? (to ?? "card") : "card", aboutId: about ?? null },
                idempotencyKey,
              })
            }
          />
        </Panel>
      )}
      <Panel title={translate("card.documents")}>
        <Box sx={{ display: "flex", gap: 2, flexWrap: "wrap", mb: 1, alignItems: "center" }}>
          <Filter
            value={to ?? ""}
            onChange={(next) => go(next ? { to: next } : {})}
            all={translate("file.all")}
            options={attachedToCodes.map((kind) => ({ value: kind, label: translate(`attached-to.${kind}`) }))}
            label={translate("file.where")}
          />
          {about && <Button onClick={() => go({})}>{translate("file.show-all")}</Button>}
        </Box>
        {files.length === 0 ? <Empty>{translate("file.none")}</Empty> : <FileRows files={files} canEdit={canEdit} where={!about} />}
        {list.hasNextPage && (
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} sx={{ mt: 1 }}>
            {translate("list.more")}
          </Button>
        )}
      </Panel>
      {!about && pieces.map(({ UnderDocuments }, at) => UnderDocuments && <UnderDocuments key={at} childId={childId} />)}
    </>
  );
}
