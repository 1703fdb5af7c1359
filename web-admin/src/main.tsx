import "@fontsource-variable/inter";
import { createRoot } from "react-dom/client";
import { App } from "./app/shell/App";
import { loadI18n } from "./app/core/i18n";

void loadI18n().then((i18n) => createRoot(document.getElementById("root")!).render(<App i18n={i18n} />));

// a page that «back» restores from memory may belong to an ended session
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
