import { screenAt } from "./needs";

/** Which guide a place in the app opens. */
export function screenOf(pathAndSearch: string): string {
  const [pathname = "", search] = pathAndSearch.split("?");
  const guide = screenAt(pathname)?.guide ?? "work";
  return typeof guide === "string" ? guide : guide(search ?? "");
}
