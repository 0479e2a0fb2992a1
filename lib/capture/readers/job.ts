import type { Reader } from "../page";
import { emberJob } from "../pages/ember-job";
import { emberJobList } from "../pages/ember-job-list";
import { guestJob } from "../pages/guest-job";
import { guestJobList } from "../pages/guest-job-list";
import { sduiJob } from "../pages/sdui-job";
import { sduiJobList } from "../pages/sdui-job-list";

/** One job, on its own page or in the pane beside a list, and lists of jobs. */
export const jobReaders: Reader[] = [
  sduiJob,
  emberJob,
  guestJob,
  sduiJobList,
  emberJobList,
  guestJobList,
];
