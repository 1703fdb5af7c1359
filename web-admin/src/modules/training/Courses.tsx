import { Box, Button, Chip, Link as Anchor, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { Link } from "react-router-dom";
import type { Schemas } from "../../api/client";
import { coursesQuery } from "../../app/core/api/courses";
import { useMay } from "../../app/core/me";
import { showDate } from "../../ui/dates";
import { Empty, Failure, Loading, Page, Panel } from "../../ui/Page";
import { useSay } from "../../ui/reference";

const colours = { valid: "success", expired: "error", "not-passed": "default" } as const satisfies Record<Schemas["CourseState"], string>;

/** [15.3] Courses: those of one's own role first, each with the result. */
export function Courses() {
  const translate = useTranslate();
  const mayManage = useMay("manage-training");
  const courses = useQuery(coursesQuery);
  return (
    <Page
      title={translate("menu.courses")}
      actions={
        mayManage && (
          <Button component={Link} to="/courses/new" variant="contained">
            {translate("course.create")}
          </Button>
        )
      }
    >
      {courses.isPending && <Loading />}
      {courses.isError && <Failure error={courses.error} again={() => void courses.refetch()} />}
      {courses.data?.length === 0 && <Empty>{translate("course.none")}</Empty>}
      {courses.data?.map((course) => (
        <Course key={course.id} course={course} mayManage={mayManage} />
      ))}
    </Page>
  );
}

function Course({ course, mayManage }: { course: Schemas["MyCourse"]; mayManage: boolean }) {
  const translate = useTranslate();
  const say = useSay();
  return (
    <Panel>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
        <Typography variant="h2" sx={{ flexGrow: 1 }}>
          <Anchor component={Link} to={`/courses/${course.id}`} color="inherit">
            {say(course.name)}
          </Anchor>
        </Typography>
        {course.isMine && <Chip size="small" color="primary" variant="outlined" label={translate("course.mine")} />}
        <CourseState state={course.state} until={course.validUntil} />
      </Box>
      <Typography sx={{ mt: 1 }}>{say(course.about)}</Typography>
      {mayManage && (
        <Box sx={{ mt: 1, display: "flex", gap: 1, flexWrap: "wrap" }}>
          <Button size="small" component={Link} to={`/courses/${course.id}/overview`}>
            {translate("course.overview")}
          </Button>
          <Button size="small" component={Link} to={`/courses/${course.id}/edit`}>
            {translate("course.edit")}
          </Button>
        </Box>
      )}
    </Panel>
  );
}

export function CourseState({ state, until }: { state: Schemas["CourseState"]; until?: string | null }) {
  const translate = useTranslate();
  return (
    <Chip
      size="small"
      color={colours[state]}
      variant="outlined"
      label={until ? `${translate(`course-state.${state}`)} ${showDate(until)}` : translate(`course-state.${state}`)}
    />
  );
}
