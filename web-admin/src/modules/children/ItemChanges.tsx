import { Box } from "@mui/material";
import { useTranslate } from "react-admin";
import { useItems } from "../../ui/ItemValue";
import type { ItemsOf } from "../../ui/items";

type Change = { item: string; before?: string | null; after?: string | null };

/** The previous and the current values, item by item, in words. */
export function ItemChanges({ of, items }: { of: ItemsOf; items: readonly Change[] }) {
  const translate = useTranslate();
  const { title, sayKept } = useItems();
  return (
    <Box component="dl" sx={{ m: 0, display: "grid", gap: 0.25, gridTemplateColumns: { xs: "1fr", md: "200px 1fr" }, fontSize: 13.5 }}>
      {items.map(({ item, before, after }) => (
        <Box key={item} sx={{ display: "contents" }}>
          <Box component="dt" sx={{ color: "text.secondary" }}>
            {title(item)}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: "anywhere" }}>
            {before && (
              <>
                <del>{sayKept(of, item, before)}</del> →{" "}
              </>
            )}
            <ins style={{ textDecoration: "none" }}>{after ? sayKept(of, item, after) : translate("form.not-entered")}</ins>
          </Box>
        </Box>
      ))}
    </Box>
  );
}
