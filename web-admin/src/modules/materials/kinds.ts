export const materialKinds = ["law", "guide", "form", "contacts", "news"] as const;
