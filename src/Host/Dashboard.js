// Hangfire's pages in the reader's language and in Bishkek time: the server names jobs by the language in a cookie, this script tells it and writes the moments.
(() => {
  let language = "ky";
  try {
    language = JSON.parse(localStorage.getItem("RaStore.locale") || '"ky"');
  } catch {
    // the setting is unreadable: Kyrgyz
  }
  const said = document.cookie.split("; ").find((c) => c.startsWith("__Host-registry-language="))?.split("=")[1];
  if (said !== language) {
    document.cookie = `__Host-registry-language=${encodeURIComponent(language)}; path=/; secure; samesite=strict`;
    // once: a browser that keeps no cookies shows its own language
    if (document.cookie.includes(`__Host-registry-language=${encodeURIComponent(language)}`)) location.reload();
  }
  const two = (n) => String(n).padStart(2, "0");
  const bishkek = (seconds) => {
    const at = new Date((Number(seconds) + 6 * 3600) * 1000);
    return `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
  };
  // the page writes «five minutes ago» and the browser's own time into these, again and again: without the marks it leaves them alone
  const write = () => {
    for (const name of ["data-moment", "data-moment-local", "data-moment-title"])
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const moment = element.getAttribute(name);
        if (!/^\d+$/.test(moment)) continue;
        element.removeAttribute(name);
        if (name === "data-moment-title") element.setAttribute(element.hasAttribute("data-original-title") ? "data-original-title" : "title", bishkek(moment));
        else {
          element.textContent = bishkek(moment);
          element.removeAttribute("title");
          element.removeAttribute("data-original-title");
        }
      }
  };
  write();
  document.addEventListener("DOMContentLoaded", write);
  window.addEventListener("load", write);
})();
