import type { Reader } from "../page";
import { emberJob } from "../pages/ember-job";
import { guestJob } from "../pages/guest-job";
import { sduiJob } from "../pages/sdui-job";

/** One job, on its own page or in the pane beside a list. */
export const jobReaders: Reader[] = [sduiJob, emberJob, guestJob];
