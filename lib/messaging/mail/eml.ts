import type { Mail } from "./mail";
import { mimeOf } from "./mime";

/** A mail as a file that mail programs open as a draft; `X-Unsent` is what Outlook asks for. */
export function emlOf(mail: Mail, { now, boundary }: { now: Date; boundary: string }): string {
  return mimeOf(mail, { now, boundary, headers: { "X-Unsent": "1" } });
}
