import { expect, test } from "vitest";
import { screenOf } from "./screens";

test.each([
  ["/", "work"],
  ["/work?due=late", "work"],
  ["/signals/new", "register-signal"],
  ["/signals/018f", "signals"],
  ["/children", "children"],
  ["/children/018f", "card"],
  ["/children/018f?tab=plan", "plan"],
  ["/children/018f?section=identity&tab=exit", "exit"],
  ["/statistics/map", "map"],
  ["/statistics/frozen/1", "statistics"],
  ["/placements", "placement-list"],
  ["/courses/1/edit", "courses"],
])("%s has the guide of %s", (place, screen) => expect(screenOf(place)).toBe(screen));
