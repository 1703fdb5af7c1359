import { Box, Button, LinearProgress, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { useTranslate } from "react-admin";
import { Link, useParams } from "react-router-dom";
import { trainingOverviewQuery } from "./api/courses";
import { Empty, Failure, Loading, Page, Panel } from "../../ui/Page";
import { useName } from "../../ui/reference";
import { CourseState } from "./Courses";

/** [15.3] Who has to take a course and who has passed it, body by body, those furthest behind first. */
export function TrainingOverview() {
  const { id = "" } = useParams();
  const translate = useTranslate();
  const name = useName();
  const overview = useQuery(trainingOverviewQuery(id));
  return (
    <Page
      title={translate("course.overview")}
      subtitle={overview.data && translate("course.valid-of", { valid: overview.data.valid, assigned: overview.data.assigned })}
      actions={
        <Button component={Link} to="/courses">
          {translate("menu.courses")}
        </Button>
      }
    >
      {overview.isPending && <Loading />}
      {overview.isError && <Failure error={overview.error} again={() => void overview.refetch()} />}
      {overview.data?.bodies.length === 0 && <Empty>{translate("course.nobody")}</Empty>}
      {overview.data?.bodies.map((body) => (
        <Panel key={body.bodyId} title={name(body)}>
          <Box sx={{ display: "flex", gap: 1.5, alignItems: "center", mb: 1 }}>
            <LinearProgress
              variant="determinate"
              value={(100 * body.valid) / body.assigned}
              aria-label={name(body)}
              sx={{ flexGrow: 1, maxWidth: 320, height: 8, borderRadius: 4 }}
            />
            <Typography>{translate("course.valid-of", { valid: body.valid, assigned: body.assigned })}</Typography>
          </Box>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {body.people.map((person) => (
              <li key={`${person.specialistId}-${person.role}`}>
                {person.fullName} · {translate(`role.${person.role}`)} <CourseState state={person.state} until={person.validUntil} />
              </li>
            ))}
          </Box>
        </Panel>
      ))}
    </Page>
  );
}
