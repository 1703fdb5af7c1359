import { type ComponentType, lazy, Suspense } from "react";
import { Loading } from "./Page";

/** A screen that is loaded when it is first opened, so that the first load stays small. */
export function later<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N) {
  const Screen = lazy<ComponentType>(async () => ({ default: (await load())[name] }));
  return (
    <Suspense fallback={<Loading />}>
      <Screen />
    </Suspense>
  );
}
