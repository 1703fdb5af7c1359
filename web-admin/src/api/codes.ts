/**
 * The codes of a closed list of the server, in display order. The compiler checks that they are complete: a new server code is a type error until added.
 */
export const allOf =
  <T extends string | null>() =>
  <const L extends readonly NonNullable<T>[]>(
    codes: L & ([NonNullable<T>] extends [L[number]] ? unknown : { missing: Exclude<NonNullable<T>, L[number]> }),
  ): L =>
    codes;
