import { Box, Typography } from "@mui/material";
import { useMemo } from "react";
import { useTranslate } from "react-admin";
import { FormProvider, useForm } from "react-hook-form";
import type { Schemas } from "../../../api/client";
import { Stack } from "../../../ui/Form";
import { ReadOnly } from "../../../ui/ReadOnly";
import { useDictionary } from "../../../ui/reference";
import { changedLine } from "./changedLine";
import { type Section, sections, valuesOf } from "./SectionForm";

type Card = Schemas["GetCardResponse"];

/** Items whose name differs from that of their field. */
const fieldOf: Record<string, string> = { birthCertificate: "hasBirthCertificate" };

/** One section of the card, read-only. */
export function SectionView({ card, code }: { card: Card; code: Schemas["SectionCode"] }) {
  const translate = useTranslate();
  const reason = useDictionary("unknown-reason");
  const { fields: Fields, key } = sections[code];
  const { changedAt, changedBy } = card.sections.find((s) => s.code === code)!;
  const values = useMemo(() => valuesOf(card, code), [card, code]);
  const form = useForm<Section>({ values, defaultValues: values });
  const unknown = Object.entries(card.contents[key]?.unknown ?? {}).map(([item, why]) => [fieldOf[item] ?? item, reason.name(why)]);
  return (
    <Box data-reading={code}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {[changedLine(translate, changedAt, changedBy), translate("form.read-only")].filter(Boolean).join(" · ")}
      </Typography>
      <FormProvider {...form}>
        <ReadOnly unknown={Object.fromEntries(unknown) as Record<string, string>}>
          <Stack>
            <Fields card={card} />
          </Stack>
        </ReadOnly>
      </FormProvider>
    </Box>
  );
}
