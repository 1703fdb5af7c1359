import { useMutation } from "@tanstack/react-query";
import { useNotify, useTranslate } from "react-admin";
import { api, type Schemas } from "../../api/client";
import { caseChanges, useChanged } from "../../app/core/api/keys";

type Choosable = Pick<Schemas["ComparedFieldView"], "kind" | "section" | "field" | "here" | "came">;
const chosen = ({ kind, section, field, here, came }: Choosable): Schemas["ChosenField"] => ({
  kind,
  section,
  field,
  here: here ?? null,
  came,
});

/** [18] Takes values of registers into the card, or keeps the card's. */
export function useTake(childId: string, onDone?: () => void) {
  const translate = useTranslate();
  const notify = useNotify();
  const changed = useChanged();
  return useMutation({
    mutationFn: ({ askId, take = [], leave = [], because }: { askId: string; take?: Choosable[]; leave?: Choosable[]; because?: string }) =>
      api.post("/api/children/cards/{id}/registers/take", {
        path: { id: childId },
        body: { askId, take: take.map(chosen), leave: leave.map(chosen), because: because || null },
      }),
    onSuccess: async () => {
      await changed(...caseChanges);
      notify(translate("registers.entered"), { type: "success" });
      onDone?.();
    },
  });
}
