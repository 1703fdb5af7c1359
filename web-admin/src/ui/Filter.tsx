import { MenuItem, Select } from "@mui/material";

/** Filters a list by one property; no choice shows all. */
export function Filter({
  value,
  onChange,
  all,
  options,
  label,
}: {
  value: string;
  onChange: (value: string) => void;
  all?: string;
  options: { value: string; label: string }[];
  label: string;
}) {
  return (
    <Select
      value={options.some((o) => o.value === value) ? value : ""}
      onChange={(event) => onChange(event.target.value)}
      displayEmpty
      inputProps={{ "aria-label": label }}
      size="small"
      sx={{ bgcolor: "background.paper", fontSize: 14, minWidth: 150, maxWidth: { xs: "100%", md: 320 } }}
    >
      {all && <MenuItem value="">{all}</MenuItem>}
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </Select>
  );
}
