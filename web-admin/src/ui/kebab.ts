/** A name as used in server codes and text keys: LeftInstitution is left-institution. */
export const kebab = (text: string) => text.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
