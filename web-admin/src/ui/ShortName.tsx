import { Box } from "@mui/material";

/** "Токтосунова Нургүл Бакытовна" → "Токтосунова Н. Б.", "Асанов Бакыт Эркин уулу" → "Асанов Б. Э. у." */
export const short = (name: string) => {
  const [surname = "", ...others] = name.trim().split(/\s+/);
  return [surname, ...others.map((part) => `${part[0]!}.`)].join(" ");
};

/** A person in a list, on one line; the full name on hover. */
export const ShortName = ({ name }: { name: string | null | undefined }) =>
  name ? (
    <Box component="span" title={name} sx={{ whiteSpace: "nowrap" }}>
      {short(name)}
    </Box>
  ) : null;
