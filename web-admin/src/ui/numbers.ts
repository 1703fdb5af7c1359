/** A whole number with a thin gap between thousands: browsers know no Kyrgyz rules for numbers. */
export const showNumber = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");
