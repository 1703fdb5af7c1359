import { useTranslate } from "react-admin";
import { useFormContext } from "react-hook-form";
import { Row, Stack } from "../../../ui/Form";
import { Check, Choice, Day, PinField, Text } from "../../../ui/fields";

/** [17.1] Three styles of names are in use; a patronymic may be missing by custom. */
export function IdentityFields({ prefix = "" }: { prefix?: string }) {
  const translate = useTranslate();
  const noPatronymic = useFormContext().watch(`${prefix}noPatronymic`) as boolean;
  return (
    <Stack>
      <Row>
        <Text name={`${prefix}surname`} label={translate("field.surname")} />
        <Text name={`${prefix}name`} label={translate("field.name")} />
        <Text name={`${prefix}patronymic`} label={translate("field.patronymic")} disabled={noPatronymic} />
      </Row>
      <Check name={`${prefix}noPatronymic`} label={translate("identity.no-patronymic")} />
      <Check name={`${prefix}nameUnknown`} label={translate("signal.name-unknown")} />
      <Row>
        <Choice
          name={`${prefix}sex`}
          label={translate("field.sex")}
          options={["female", "male"].map((value) => ({ value, label: translate(`sex.${value}`) }))}
        />
        <Day name={`${prefix}birthDate`} label={translate("field.birth-date")} />
        <PinField name={`${prefix}pin`} label={translate("field.pin")} />
        <Text name={`${prefix}citizenship`} label={translate("field.citizenship")} />
        <Text name={`${prefix}foreignNumber`} label={translate("field.foreign-number")} optional />
      </Row>
      <Check name={`${prefix}birthDateEstimated`} label={translate("identity.estimated")} />
    </Stack>
  );
}
