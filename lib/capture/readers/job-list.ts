import type { Reader } from "../page";
import { emberJobList } from "../pages/ember-job-list";
import { guestJobList } from "../pages/guest-job-list";
import { sduiJobList } from "../pages/sdui-job-list";

/** Lists of jobs, alone or beside an open one. */
export const jobListReaders: Reader[] = [sduiJobList, emberJobList, guestJobList];
