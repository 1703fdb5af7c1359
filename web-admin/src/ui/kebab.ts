/** A name as the server writes it in codes and the texts in keys: LeftInstitution is left-institution. */
export const kebab = (text: string) => text.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
