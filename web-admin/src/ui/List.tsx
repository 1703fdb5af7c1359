import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, useMediaQuery } from "@mui/material";
import { useTheme } from "@mui/material/styles";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router-dom";
import { Empty, Failure, Loading, Wide } from "./Page";

export type Column<T> = { title: string; cell: (row: T) => ReactNode; main?: boolean; nowrap?: boolean };

type Props<T> = {
  queryKey: readonly unknown[];
  load: (cursor: string | undefined) => Promise<{ items: T[]; next?: string | null }>;
  columns: Column<T>[];
  id: (row: T) => string;
  to?: (row: T) => string | undefined;
  label: string;
  empty: ReactNode;
  emptyAction?: ReactNode;
};

/** A list in keyset order: rows open by click or Enter, up and down move between them, the next page comes on demand. On a phone each row is a block. */
export function List<T>({ queryKey, load, columns, id, to, label, empty, emptyAction }: Props<T>) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const wide = useMediaQuery(useTheme().breakpoints.up("md"));
  const pages = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (pages.isPending) return <Loading />;
  if (pages.isError) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  const rows = pages.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Empty action={emptyAction}>{empty}</Empty>;

  const onKey = (event: React.KeyboardEvent<HTMLElement>, target: string | undefined) => {
    const row = event.currentTarget;
    if (event.key === "Enter" && target) void navigate(target);
    const next = event.key === "ArrowDown" ? row.nextElementSibling : event.key === "ArrowUp" ? row.previousElementSibling : null;
    if (next instanceof HTMLElement) {
      event.preventDefault();
      next.focus();
    }
  };

  return (
    <>
      {wide ? (
        <Wide label={label}>
          <Table size="small" aria-label={label}>
            <TableHead>
              <TableRow>
                {columns.map((column) => (
                  <TableCell key={column.title}>{column.title}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {rows.map((row) => {
                const target = to?.(row);
                return (
                  <TableRow
                    key={id(row)}
                    hover={!!target}
                    tabIndex={target ? 0 : undefined}
                    onKeyDown={(event) => onKey(event, target)}
                    onClick={() => target && navigate(target)}
                    sx={{ cursor: target ? "pointer" : "default" }}
                  >
                    {columns.map((column) => (
                      <TableCell
                        key={column.title}
                        sx={{ whiteSpace: column.nowrap ? "nowrap" : undefined, fontWeight: column.main ? 600 : undefined }}
                      >
                        {column.cell(row)}
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
          {rows.map((row) => {
            const target = to?.(row);
            return (
              <Box
                component="li"
                key={id(row)}
                tabIndex={target ? 0 : undefined}
                onKeyDown={(event: React.KeyboardEvent<HTMLElement>) => onKey(event, target)}
                onClick={() => target && navigate(target)}
                sx={{ py: 1.25, borderBottom: 1, borderColor: "divider", cursor: target ? "pointer" : "default" }}
              >
                {columns.map((column) => {
                  const cell = column.cell(row);
                  // an empty line says nothing
                  if (cell === "" || cell === null || cell === undefined || cell === false) return null;
                  return (
                    <Box key={column.title} sx={{ fontWeight: column.main ? 600 : undefined, fontSize: column.main ? 15 : 14 }}>
                      {!column.main && (
                        <Box component="span" sx={{ color: "text.secondary", mr: 1, fontSize: 13 }}>
                          {column.title}:
                        </Box>
                      )}
                      {cell}
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
