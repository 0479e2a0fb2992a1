import type { Reader } from "../page";
import { emberJob } from "../pages/ember-job";
import { guestJob } from "../pages/guest-job";
import { sduiJob } from "../pages/sdui-job";
import { jobListReaders } from "./job-list";

/** One job, on its own page or in the pane beside a list, and lists of jobs. */
export const jobReaders: Reader[] = [sduiJob, emberJob, guestJob, ...jobListReaders];
