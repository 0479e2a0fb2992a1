import { lazy, type ComponentType } from "react";

/** Long enough for a first picture on a slow device; a busy screen shows its margins then all the same. */
const AT_LATEST = 300;

/**
 * A part in the margin of what one came for. It is asked for once the first picture stands: fetched while that is
 * drawn, it would only hold it up.
 */
export function lazyLater<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
) {
  return lazy(() => calm().then(load));
}

function calm(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: AT_LATEST });
  });
}
