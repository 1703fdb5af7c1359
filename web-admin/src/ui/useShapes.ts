import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { boundariesQuery } from "../app/core/api/reference";
import { oblastOutlines } from "./outlines";

/** The shapes of the map: the administrator's official boundaries, else the outlines that come with the Base. */
export function useShapes() {
  const boundaries = useQuery(boundariesQuery);
  const official = boundaries.data;
  const shapes = useMemo(() => (official ? (JSON.parse(official) as object) : oblastOutlines()), [official]);
  return { shapes, isOfficial: !!official, isPending: boundaries.isPending };
}
