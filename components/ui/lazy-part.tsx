import { lazy, useState, type ComponentType } from "react";

/**
 * A part of a screen that is fetched apart. React's own `lazy` always shows the gap first, and then holds what
 * comes back for 300 ms, so that nothing flickers; a part fetched while nothing else happened stands there at once.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
) {
  let ready: ComponentType<Props> | undefined;
  const preload = async () => {
    const part = await load();
    ready = part.default;
    return part;
  };
  const Later = lazy(preload);

  function Part(props: Props) {
    // Held for as long as it stands: another type would begin anew and forget what was typed.
    const [Shown] = useState<ComponentType<Props>>(() => ready ?? Later);
    return <Shown {...props} />;
  }
  return Object.assign(Part, { preload });
}
