import { useMutation } from "@tanstack/react-query";
import { api, type Schemas } from "../../api/client";

/** Ends the outside provider's session too. Personal data are posted as a form, never put in a URL; a provider without such a form is opened by a link. */
function leaveFor({ address, fields }: Schemas["SignOutElsewhere"]) {
  if (!fields) {
    window.location.assign(address);
    return;
  }
  const form = document.createElement("form");
  form.method = "post";
  form.action = address;
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

/** Ends the session here, and the outside provider's if the person came by it. */
export function useSignOut() {
  const signOut = useMutation({
    mutationFn: async () => (await api.post("/api/access/sign-out")).data.elsewhere,
    onSuccess: (elsewhere) => (elsewhere ? leaveFor(elsewhere) : window.location.assign("/auth/begin?to=/")),
    onError: () => window.location.assign("/auth/begin?to=/"),
  });
  return () => signOut.mutate();
}
