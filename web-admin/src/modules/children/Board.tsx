import { Box, Link as Anchor, Table, TableBody, TableCell, TableHead, TableRow, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { boardQuery } from "./api/work";
import { showDate } from "../../ui/dates";
import { Empty, Failure, Loading, Page, Panel, Wide } from "../../ui/Page";
import { useName, useTerritoryName } from "../../ui/reference";
import { Filter } from "../../ui/Filter";

type By = Schemas["BoardBy"];

/** [15.4] Overdue steps and load by district, body and specialist. */
export function Board() {
  const translate = useTranslate();
  const territory = useTerritoryName();
  const name = useName();
  const [by, setBy] = useState<By>("district");
  const board = useQuery(boardQuery(by));
  const nameOf = (row: Schemas["BoardRow"]) =>
    by === "district"
      ? territory(row.key.padEnd(14, "0"))
      : row.nameKy
        ? name({ nameKy: row.nameKy, nameRu: row.nameRu ?? row.nameKy })
        : translate("board.nobody");
  const most = Math.max(1, ...(board.data?.rows ?? []).map((r) => r.open));
  return (
    <Page title={translate("menu.board")}>
      <Box sx={{ mb: 2 }}>
        <Filter
          value={by === "district" ? "" : by}
          onChange={(value) => setBy((value || "district") as By)}
          all={translate("board.by-district")}
          options={[
            { value: "body", label: translate("board.by-body") },
            { value: "specialist", label: translate("board.by-specialist") },
          ]}
          label={translate("board.by")}
        />
      </Box>
      <Panel>
        {board.isPending ? (
          <Loading />
        ) : board.isError ? (
          <Failure error={board.error} again={() => void board.refetch()} />
        ) : board.data.rows.length === 0 ? (
          <Empty>{translate("board.none")}</Empty>
        ) : (
          <Wide label={translate("menu.board")}>
            <Table size="small">
              <TableHead>
                <TableRow>
                  <TableCell>{translate(`board.by-${by}`)}</TableCell>
                  <TableCell align="right">{translate("board.late")}</TableCell>
                  <TableCell align="right">{translate("board.week")}</TableCell>
                  <TableCell align="right">{translate("board.open")}</TableCell>
                  <TableCell sx={{ minWidth: 120 }}>{translate("board.load")}</TableCell>
                  <TableCell>{translate("board.oldest")}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {board.data.rows.map((row) => (
                  <TableRow key={row.key} data-board={row.key}>
                    <TableCell component="th">
                      {by === "specialist" ? (
                        <Anchor component={Link} to={`/work?whose=all&responsible=${row.key || "nobody"}`}>
                          {nameOf(row)}
                        </Anchor>
                      ) : by === "district" ? (
                        <Anchor component={Link} to={`/work?whose=all&territory=${row.key.padEnd(14, "0")}`}>
                          {nameOf(row)}
                        </Anchor>
                      ) : (
                        nameOf(row)
                      )}
                    </TableCell>
                    <TableCell align="right" sx={{ color: row.late > 0 ? "error.main" : undefined, fontWeight: row.late > 0 ? 650 : 400 }}>
                      {row.late}
                    </TableCell>
                    <TableCell align="right">{row.week}</TableCell>
                    <TableCell align="right">{row.open}</TableCell>
                    <TableCell>
                      <Bar late={row.late} open={row.open} most={most} />
                    </TableCell>
                    <TableCell sx={{ whiteSpace: "nowrap" }}>{showDate(row.oldestDueOn)}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </Wide>
        )}
        {(board.data?.more ?? 0) > 0 && (
          <Typography sx={{ mt: 1, color: "text.secondary" }}>{translate("board.more", { count: board.data!.more })}</Typography>
        )}
      </Panel>
    </Page>
  );
}

/** The load, its overdue part darker; the figures are beside it in the row. */
const Bar = ({ late, open, most }: { late: number; open: number; most: number }) => (
  <Box aria-hidden sx={{ display: "flex", height: 10, width: `${(open / most) * 100}%`, minWidth: 2, bgcolor: "primary.light" }}>
    <Box sx={{ width: `${(late / Math.max(1, open)) * 100}%`, bgcolor: "error.main" }} />
  </Box>
);
