import type { Capture, PageKind } from "./capture";
import { parseAddress } from "./url";

/**
 * The built files that read each kind of page: one per group in readers/, so that each stays small. A profile has
 * one per family, which no address tells: they are tried in this order.
 */
const SCRIPTS: Partial<Record<PageKind, string[]>> = {
  profile: ["capture-profile.js", "capture-ember-profile.js", "capture-guest-profile.js"],
  company: ["capture-company.js"],
  thread: ["capture-thread.js"],
  job: ["capture-job.js"],
  connections: ["capture-list.js"],
  "people-search": ["capture-list.js"],
  "company-people": ["capture-list.js"],
  invitations: ["capture-list.js"],
  "job-search": ["capture-job.js"],
};

/** Any of them can say of a page without a reader why there is nothing to read. */
export function scriptsFor(url: string): string[] {
  const address = parseAddress(url);
  if (address.kind === "profile" && address.section) return ["capture-profile-details.js"];
  return SCRIPTS[address.kind as PageKind] ?? ["capture-profile.js"];
}

/** What stands above a profile is read by a script of its own, after the profile's. */
export const overlayScript = (url: string): string | undefined =>
  /\/in\/[^/]+\/overlay\/contact-info(\/|$|\?)/.test(url) ? "capture-contact.js" : undefined;

/** One answer of both: what the overlay says of the same page is added, and takes the place of nothing. */
export function withOverlay(answer: unknown, overlay: unknown): unknown {
  const [one, more] = [answer, overlay].map((it) => (it ?? {}) as Partial<Capture>);
  if (!one?.record || !more?.record || one.url !== more.url) return answer;
  return {
    ...one,
    record: { ...more.record, ...one.record },
    sections: { ...one.sections, ...more.sections },
  };
}

/** Whether a script's answer is of the page it is made for; otherwise the next one may know it. */
export function isAnswer(answer: unknown): boolean {
  const { kind, problems } = (answer ?? {}) as Partial<Capture>;
  const code = problems?.[0]?.code;
  return kind !== null || code === "identity-mismatch" || code === "job-mismatch";
}
