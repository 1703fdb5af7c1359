import { Route } from "react-router-dom";
import { later } from "../../ui/later";

export const trainingRoutes = [
  <Route key="courses" path="/courses" element={later(() => import("./Courses"), "Courses")} />,
  <Route key="course-new" path="/courses/new" element={later(() => import("./CourseForm"), "CourseForm")} />,
  <Route key="course" path="/courses/:id" element={later(() => import("./CoursePage"), "CoursePage")} />,
  <Route key="course-edit" path="/courses/:id/edit" element={later(() => import("./CourseForm"), "CourseForm")} />,
  <Route key="course-overview" path="/courses/:id/overview" element={later(() => import("./TrainingOverview"), "TrainingOverview")} />,
];
