import { useQuery } from "@tanstack/react-query";
import type { registerMap } from "echarts/core";
import { useMemo } from "react";
import { boundariesQuery } from "../app/core/api/reference";
import { oblastOutlines } from "./outlines";

/** GeoJSON as the map accepts it. */
export type MapShapes = Parameters<typeof registerMap>[1];

/** The shapes of the map: the administrator's official boundaries, otherwise the bundled outlines. */
export function useShapes() {
  const boundaries = useQuery(boundariesQuery);
  const official = boundaries.data;
  const shapes = useMemo(() => (official ? JSON.parse(official) : oblastOutlines()) as MapShapes, [official]);
  return { shapes, isOfficial: !!official, isPending: boundaries.isPending };
}
