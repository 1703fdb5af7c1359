import { Box, Button, MenuItem, TextField } from "@mui/material";
import { useMutation } from "@tanstack/react-query";
import { useNotify, useTranslate } from "react-admin";
import { useSearchParams } from "react-router-dom";
import { ApiError, api, type Schemas } from "../../api/client";
import { guessDoorCodes } from "../../api/schemaCodes";
import { useChanged } from "../../app/core/api/keys";
import { blockChanges, blocks } from "./api/accounts";
import { showTime } from "../../ui/dates";
import { List } from "../../ui/List";
import { Page, Panel } from "../../ui/Page";
import { Refusal } from "../../ui/Refusal";
import { SearchBox } from "../../ui/SearchBox";

type Row = Schemas["BlockRow"];

/** What is throttled after many wrong attempts; the next one can be let through immediately [15.2]. */
export function BlockList() {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  const [params, setParams] = useSearchParams();
  const search = params.get("search") ?? undefined;
  const door = (params.get("door") ?? undefined) as Schemas["GuessDoor"] | undefined;
  const choose = (value: string) =>
    setParams(
      (current) => {
        if (value) current.set("door", value);
        else current.delete("door");
        return current;
      },
      { replace: true },
    );
  const lift = useMutation({
    mutationFn: (id: string) => api.post("/api/access/blocks/{id}/lift", { path: { id } }),
    onSuccess: () => notify(translate("block.lifted"), { type: "success" }),
    onSettled: () => changed(...blockChanges),
  });
  // a block that has already expired is not an error
  const isOver = lift.error instanceof ApiError && lift.error.status === 404;
  return (
    <Page title={translate("block.title")} subtitle={translate("block.subtitle")}>
      <Box sx={{ display: "flex", flexWrap: "wrap", columnGap: 2 }}>
        <SearchBox />
        <TextField
          id="block-door"
          select
          label={translate("block.door")}
          value={door ?? ""}
          onChange={(event) => choose(event.target.value)}
          sx={{ mb: 2, width: { xs: "100%", sm: 260 }, bgcolor: "background.paper" }}
        >
          <MenuItem value="">{translate("block.every-door")}</MenuItem>
          {guessDoorCodes.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`block.door-${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      <Panel sx={{ p: { xs: 1, md: 1 } }}>
        <List<Row>
          label={translate("block.title")}
          source={blocks(search, door)}
          id={(block) => block.id}
          empty={translate("block.empty")}
          columns={[
            { title: translate("block.door"), cell: (b) => translate(`block.door-${b.door}`), main: true },
            { title: translate("account.login"), cell: (b) => b.login ?? "—" },
            { title: translate("block.from"), cell: (b) => b.address || translate(`block.width-${b.width}`) },
            { title: translate("block.failures"), cell: (b) => b.failures },
            { title: translate("block.until"), cell: (b) => showTime(b.blockedUntil), nowrap: true },
            {
              title: translate("block.act"),
              cell: (b) => (
                <>
                  <Button size="small" onClick={() => lift.mutate(b.id)}>
                    {translate("block.lift")}
                  </Button>
                  {lift.variables === b.id && !isOver && <Refusal error={lift.error} />}
                </>
              ),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
