import type { Office } from "./office";
import { readMail } from "./read-mail";
import { resendEvents } from "./resend-event";
import type { Jobs } from "../jobs/run-due";
import { sendMail } from "./send-mail";

/** Everything the server does by itself, by the name under which it is put down. */
export function jobsOf(office: Office): Jobs {
  return {
    "send-mail": sendMail(office),
    "read-mail": readMail(office),
    "resend-event": resendEvents(office),
  };
}
