import { useTranslate } from "react-admin";
import { useFormContext } from "react-hook-form";
import { Row, Stack } from "../../../ui/Form";
import { Because, DateQuestion } from "../dates";
import type { NumberAt } from "../numberAt";
import { PinHeld } from "../PinHeld";
import { Check, Choice, Day, PinField, Text } from "../../../ui/fields";
import { sexCodes } from "../../../api/schemaCodes";

/** [17.1] Three naming styles are in use; a patronymic may be missing by custom. */
export function IdentityFields({ prefix = "", at }: { prefix?: string; at?: NumberAt }) {
  const translate = useTranslate();
  const { watch, formState } = useFormContext();
  const noPatronymic = watch(`${prefix}noPatronymic`) as boolean;
  // only resolving a conflict sets it; here it can only be cleared
  const inDoubt = !!(formState.defaultValues as { pinInDoubt?: boolean } | undefined)?.pinInDoubt;
  return (
    <Stack>
      <Row>
        <Text name={`${prefix}surname`} label={translate("field.surname")} />
        <Text name={`${prefix}name`} label={translate("field.name")} />
        <Text name={`${prefix}patronymic`} label={translate("field.patronymic")} disabled={noPatronymic} />
      </Row>
      <Check name={`${prefix}noPatronymic`} label={translate("identity.no-patronymic")} exception />
      <Row>
        <Choice
          name={`${prefix}sex`}
          label={translate("field.sex")}
          options={sexCodes.map((value) => ({ value, label: translate(`sex.${value}`) }))}
        />
        <Day name={`${prefix}birthDate`} label={translate("field.birth-date")} />
        <PinField name={`${prefix}pin`} label={translate("field.pin")} />
        <Text name={`${prefix}citizenship`} label={translate("field.citizenship")} />
        <Text name={`${prefix}foreignNumber`} label={translate("field.foreign-number")} optional />
      </Row>
      <PinHeld name={`${prefix}pin`} at={at} />
      {inDoubt && <Check name={`${prefix}pinInDoubt`} label={translate("pin.in-doubt")} />}
      <DateQuestion prefix={prefix} />
      <Because name={`${prefix}adultBecause`} label={translate("dates.adult-because")} />
      <Check name={`${prefix}birthDateEstimated`} label={translate("identity.estimated")} exception />
    </Stack>
  );
}
