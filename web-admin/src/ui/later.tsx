import { type ComponentType, lazy, Suspense } from "react";
import { allTexts } from "../app/i18n";
import { Loading } from "./Page";

/** A screen that is loaded when it is first opened, so that the first load stays small. */
export function later<N extends string>(load: () => Promise<Record<N, ComponentType>>, name: N) {
  const Screen = lazy<ComponentType>(async () => {
    const [screen] = await Promise.all([load(), allTexts()]);
    return { default: screen[name] };
  });
  return (
    <Suspense fallback={<Loading />}>
      <Screen />
    </Suspense>
  );
}
