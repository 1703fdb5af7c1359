/** Invisible characters that come along with pasted text: control characters, bidi marks, lone surrogates. The Base refuses them. */
const unseen = /(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

export const plainText = (text: string) => text.replace(unseen, "");

/** For `JSON.stringify`. */
export const plainTexts = (_: string, value: unknown) => (typeof value === "string" ? plainText(value) : value);
