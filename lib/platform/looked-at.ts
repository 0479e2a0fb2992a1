import { browser } from "./browser";

type Asked = { contextTypes: string[] };
type Runtime = { getContexts?: (asked: Asked) => Promise<unknown[]> };

const SCREENS = ["TAB", "POPUP", "SIDE_PANEL"];

/** Whether a screen of ours is open anywhere, seen or not. Where a browser cannot tell, one may be. */
export async function isLookedAt(): Promise<boolean> {
  const runtime: Runtime = browser.runtime as unknown as Runtime;
  if (!runtime.getContexts) return true;
  return (await runtime.getContexts({ contextTypes: SCREENS })).length > 0;
}
