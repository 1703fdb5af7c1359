/**
 * The codes of a closed list of the server, in the order in which people read them. The compiler counts them: where the server has one more, it asks for the missing one.
 */
export const allOf =
  <T extends string | null>() =>
  <const L extends readonly NonNullable<T>[]>(
    codes: L & ([NonNullable<T>] extends [L[number]] ? unknown : { missing: Exclude<NonNullable<T>, L[number]> }),
  ): L =>
    codes;
