const bom = "\uFEFF";

/** RFC 4180 with a byte order mark, so that a spreadsheet reads Cyrillic; no cell starts a formula. */
export function csvOf(rows: (string | number | null | undefined)[][]) {
  return bom + rows.map((row) => row.map(cellOf).join(",")).join("\r\n") + "\r\n";
}

function cellOf(value: string | number | null | undefined) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
