import { createContext } from "react";

/** The child that a screen is about: so are the drafts of its forms. */
export const AboutChild = createContext<string | undefined>(undefined);
