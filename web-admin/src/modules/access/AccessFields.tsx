import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { useFormContext } from "react-hook-form";
import type { Schemas } from "../../api/client";
import { coursesQuery } from "../../app/core/api/courses";
import { useMe } from "../../app/core/me";
import { Row, Stack } from "../../ui/Form";
import { Choice, Day } from "../../ui/fields";
import { Pick } from "../../ui/Pick";
import { useSay } from "../../ui/reference";
import { roles } from "../../ui/roles";
import { TerritoryPick } from "../../ui/TerritoryPick";

const territorial: readonly string[] = ["territorial-unit", "territorial-body", "holder", "institution-staff"] satisfies Schemas["Role"][];

/** [15.1, 15.2] The parameters of use: role, territory, and a term that always ends. */
export function AccessFields({ prefix = "" }: { prefix?: string }) {
  const translate = useTranslate();
  const me = useMe();
  const role = useFormContext().watch(`${prefix}role`) as string;
  return (
    <Stack>
      <Choice
        name={`${prefix}role`}
        label={translate("account.role")}
        options={roles
          .filter((r) => r !== "base-administrator" || me.role === "base-administrator")
          .map((value) => ({ value, label: translate(`role.${value}`) }))}
      />
      {territorial.includes(role) && <TerritoryPick name={`${prefix}territory`} label={translate("account.territory")} all level={1} />}
      <RequiredCourse name={`${prefix}requiredCourse`} />
      <Row>
        <Day name={`${prefix}validFrom`} label={translate("account.from")} />
        <Day name={`${prefix}validUntil`} label={translate("account.until")} help={translate("account.until-help")} />
      </Row>
    </Stack>
  );
}

/** [15.3] Without this course, passed and valid, the account opens nothing else. */
function RequiredCourse({ name }: { name: string }) {
  const translate = useTranslate();
  const say = useSay();
  const courses = useQuery(coursesQuery);
  return (
    <Pick
      name={name}
      optional
      label={translate("account.required-course")}
      help={translate("account.required-course-help")}
      options={(courses.data ?? []).map((c) => ({ value: c.id, label: say(c.name) }))}
    />
  );
}

/** A role of the whole republic has no territory. */
export const accessOf = (values: {
  role: string;
  territory: string | null;
  validFrom: string;
  validUntil: string;
  requiredCourse: string | null;
}) => ({
  ...values,
  requiredCourse: values.requiredCourse || null,
  role: (values.role || "holder") as Schemas["Role"],
  territory: territorial.includes(values.role) ? values.territory || null : null,
});
