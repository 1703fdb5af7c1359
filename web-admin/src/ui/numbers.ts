/** A whole number with thin spaces between thousands: browsers have no Kyrgyz number format. */
export const showNumber = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, "\u202f");
