import type { Schemas } from "../../api/client";

export type Plan = Schemas["PlanView"];
export type Measure = Schemas["MeasureView"];
