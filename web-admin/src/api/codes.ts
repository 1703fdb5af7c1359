/**
 * The codes of a closed list that a screen shows in another order than the server's or with its own beside them; all others come from schemaCodes.ts.
 * The compiler checks that they are complete: a new server code is a type error until added.
 */
export const allOf =
  <T extends string | null>() =>
  <const L extends readonly NonNullable<T>[]>(
    codes: L & ([NonNullable<T>] extends [L[number]] ? unknown : { missing: Exclude<NonNullable<T>, L[number]> }),
  ): L =>
    codes;
