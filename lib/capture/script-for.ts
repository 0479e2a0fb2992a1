import type { PageKind } from "./capture";
import { parseAddress } from "./url";

/** The built file that reads each kind of page: one per group in readers/, so that each stays small. */
const SCRIPTS: Partial<Record<PageKind, string>> = {
  profile: "capture-profile.js",
  job: "capture-job.js",
};

/** Any of them can say of a page without a reader why there is nothing to read. */
export function scriptFor(url: string): string {
  const { kind } = parseAddress(url);
  return SCRIPTS[kind as PageKind] ?? "capture-profile.js";
}
