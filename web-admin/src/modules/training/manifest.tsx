import School from "@mui/icons-material/SchoolOutlined";
import type { Manifest } from "../../app/core/manifest";
import { later } from "../../ui/later";

export const manifest: Manifest = {
  screens: [
    { path: "/courses", needs: "use-base", guide: "courses", element: later(() => import("./Courses"), "Courses") },
    { path: "/courses/new", needs: "manage-training", guide: "courses", element: later(() => import("./CourseForm"), "CourseForm") },
    { path: "/courses/:id", needs: "use-base", guide: "courses", element: later(() => import("./CoursePage"), "CoursePage") },
    { path: "/courses/:id/edit", needs: "manage-training", guide: "courses", element: later(() => import("./CourseForm"), "CourseForm") },
    {
      path: "/courses/:id/overview",
      needs: "manage-training",
      guide: "courses",
      element: later(() => import("./TrainingOverview"), "TrainingOverview"),
    },
  ],
  menu: [{ to: "/courses", text: "menu.courses", icon: <School />, at: 20, group: "reference" }],
};
