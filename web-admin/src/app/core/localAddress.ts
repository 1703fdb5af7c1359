/**
 * Where the browser goes after a sign-in: an address of this very host, or `other`. Parsed the way the browser does: tabs and line breaks are dropped
 * and a backslash is a slash.
 */
export function localAddress(address: string | null, other: string, here = window.location.origin): string {
  if (!address?.startsWith("/")) return other;
  try {
    const url = new URL(address, here);
    // dots are resolved, and the rest may name another host: /x/..//elsewhere
    return url.origin === here && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : other;
  } catch {
    return other;
  }
}
