import { Box } from "@mui/material";
import { useTranslate } from "react-admin";
import type { Schemas } from "../api/client";
import { useTerritoryName } from "./reference";
import { ShortName } from "./ShortName";

type Level = Schemas["Severity"];

const looks: Record<Exclude<Level, "none">, { sign: string; color: string }> = {
  danger: { sign: "■", color: "error.main" },
  "high-risk": { sign: "▲▲", color: "error.main" },
  urgent: { sign: "!", color: "error.main" },
  "medium-risk": { sign: "▲", color: "warning.main" },
  "low-risk": { sign: "●", color: "success.main" },
};

/** The severity for a child: an icon, a word and a color; danger to life is filled. Unknown shows nothing. */
export function Severity({ value }: { value: Level | null | undefined }) {
  const translate = useTranslate();
  if (!value || value === "none") return null;
  const { sign, color } = looks[value];
  const filled = value === "danger";
  return (
    <Box
      component="span"
      data-severity={value}
      sx={{
        display: "inline-block",
        border: 1,
        borderColor: color,
        borderRadius: 1,
        px: 0.75,
        fontSize: 13,
        fontWeight: 600,
        lineHeight: 1.3,
        whiteSpace: "nowrap",
        color: filled ? "background.paper" : color,
        bgcolor: filled ? color : undefined,
      }}
    >
      <span aria-hidden>{sign} </span>
      {translate(`severity.${value}`)}
    </Box>
  );
}

/** A child's name with the severity below it: lists have no room for one more column. */
export const Marked = ({ mark, children }: { mark: Schemas["CaseMark"]; children: React.ReactNode }) => (
  <>
    {children}{" "}
    <Box sx={{ display: { xs: "inline", md: "block" } }}>
      <Severity value={mark.severity} />
    </Box>
  </>
);

/** A smaller line below a cell's content. */
export const Below = ({ children }: { children: React.ReactNode }) => (
  <Box component="span" sx={{ display: { md: "block" }, color: "text.secondary", fontSize: 13 }}>
    {children}
  </Box>
);

/** Where a case lies and who is responsible for it. */
export function Place({ territory, mark }: { territory: string; mark: Schemas["CaseMark"] }) {
  const name = useTerritoryName();
  return (
    <>
      {name(territory)}{" "}
      {mark.responsible && (
        <Below>
          <ShortName name={mark.responsible} />
        </Below>
      )}
    </>
  );
}
