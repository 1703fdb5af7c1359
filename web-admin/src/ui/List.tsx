import { Box, Button, Link, Table, TableBody, TableCell, TableHead, TableRow, useMediaQuery } from "@mui/material";
import { useTheme } from "@mui/material/styles";
import { useInfiniteQuery, useIsFetching } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { NavLink, useNavigate } from "react-router-dom";
import { pagesOf, type Source } from "../app/core/api/pages";
import { dictionariesQuery, territoriesQuery } from "../app/core/api/reference";
import { Empty, Failure, Loading, Wide } from "./Page";

export type Column<T> = { title: string; cell: (row: T) => ReactNode; main?: boolean; nowrap?: boolean };

type Props<T> = {
  source: Source<{ items: readonly T[]; next?: string | null }>;
  columns: Column<T>[];
  id: (row: T) => string;
  to?: (row: T) => string | undefined;
  label: string;
  empty: ReactNode;
  emptyAction?: ReactNode;
};

/**
 * A keyset-paged list. Each row has a link; a click anywhere on the row follows it, in a new tab with Ctrl or the middle button, and selected text stays
 * selected. Up and down move between the links, the next page loads on demand. On a phone each row is a block.
 */
export function List<T>({ source, columns, id, to, label, empty, emptyAction }: Props<T>) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const wide = useMediaQuery(useTheme().breakpoints.up("md"));
  const pages = useInfiniteQuery(pagesOf(source));
  // codes turn into names of other lengths: rows are drawn once their cells are known
  const unnamed =
    useIsFetching({ queryKey: territoriesQuery.queryKey, predicate: ({ state }) => !state.data }) +
    useIsFetching({ queryKey: dictionariesQuery.queryKey, predicate: ({ state }) => !state.data });
  if (pages.isPending || unnamed > 0) return <Loading />;
  if (pages.isError) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  const rows = pages.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Empty action={emptyAction}>{empty}</Empty>;

  const onKey = (event: React.KeyboardEvent<HTMLElement>) => {
    const row = event.currentTarget;
    const next = event.key === "ArrowDown" ? row.nextElementSibling : event.key === "ArrowUp" ? row.previousElementSibling : null;
    const link = next?.querySelector<HTMLElement>("[data-row-link]");
    if (!link) return;
    event.preventDefault();
    link.focus();
  };
  const follow = (event: React.MouseEvent<HTMLElement>, target: string | undefined) => {
    // interactive elements inside the row keep their own behavior
    if (!target || (event.target as HTMLElement).closest("a, button, input, label") || window.getSelection()?.toString()) return;
    if (event.button === 1 || event.ctrlKey || event.metaKey) window.open(target, "_blank", "noopener");
    else if (event.button === 0) void navigate(target);
  };
  const linked = columns.find((column) => column.main) ?? columns[0];
  const row = (target: string | undefined) => ({
    onKeyDown: onKey,
    onClick: (event: React.MouseEvent<HTMLElement>) => follow(event, target),
    onAuxClick: (event: React.MouseEvent<HTMLElement>) => event.button === 1 && follow(event, target),
  });
  const content = (column: Column<T>, cell: ReactNode, target: string | undefined) =>
    target && column === linked ? (
      <Link component={NavLink} to={target} data-row-link underline="hover" color="inherit">
        {cell}
      </Link>
    ) : (
      cell
    );

  return (
    <>
      {wide ? (
        <Wide label={label}>
          <Table size="small" aria-label={label}>
            <TableHead>
              <TableRow>
                {columns.map((column) => (
                  <TableCell key={column.title} sx={{ py: 0.75, px: 1.25 }}>
                    {column.title}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map((item) => {
                const target = to?.(item);
                return (
                  <TableRow key={id(item)} hover={!!target} {...row(target)} sx={{ cursor: target ? "pointer" : "default" }}>
                    {columns.map((column) => (
                      <TableCell
                        key={column.title}
                        sx={{
                          py: "3px",
                          px: 1.25,
                          lineHeight: 1.35,
                          whiteSpace: column.nowrap ? "nowrap" : undefined,
                          fontWeight: column.main ? 600 : undefined,
                        }}
                      >
                        {content(column, column.cell(item), target)}
                      </TableCell>
                    ))}
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
        </Wide>
      ) : (
        <Box component="ul" aria-label={label} sx={{ listStyle: "none", p: 0, m: 0 }}>
          {rows.map((item) => {
            const target = to?.(item);
            return (
              <Box
                component="li"
                key={id(item)}
                {...row(target)}
                sx={{ py: 1.25, borderBottom: 1, borderColor: "divider", cursor: target ? "pointer" : "default" }}
              >
                {columns.map((column) => {
                  const cell = column.cell(item);
                  // an empty line says nothing
                  if (cell === "" || cell === null || cell === undefined || cell === false) return null;
                  return (
                    <Box key={column.title} sx={{ fontWeight: column.main ? 600 : undefined, fontSize: column.main ? 15 : 14 }}>
                      {!column.main && (
                        <Box component="span" sx={{ color: "text.secondary", mr: 1, fontSize: 13 }}>
                          {column.title}:
                        </Box>
                      )}
                      {content(column, cell, target)}
                    </Box>
                  );
                })}
              </Box>
            );
          })}
        </Box>
      )}
      {pages.hasNextPage && (
        <Box sx={{ textAlign: "center", pt: 2 }}>
          <Button onClick={() => void pages.fetchNextPage()} disabled={pages.isFetchingNextPage}>
            {translate("list.more")}
          </Button>
        </Box>
      )}
    </>
  );
}
