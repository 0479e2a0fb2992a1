import { jobsOf } from "./jobs";
import { runDue } from "../jobs/run-due";
import type { Scheduler } from "../jobs/scheduler";
import { rewrapKeys } from "./mailboxes";
import type { Office } from "./office";

type Desk = Omit<Office, "scheduler">;
type MakeScheduler = (
  options: Pick<Desk, "database" | "now" | "log"> & { run: () => Promise<unknown> },
) => Scheduler;

/** The jobs of a server, and what wakes them: jobs may put down further ones, so each needs the other. */
export function openOffice(desk: Desk, makeScheduler: MakeScheduler) {
  const office: Office = { ...desk, scheduler: { wake: (at, c) => scheduler.wake(at, c) } };
  const jobs = jobsOf(office);
  const run = () => runDue(desk.database, jobs, desk.now, desk.log);
  const scheduler = makeScheduler({ ...desk, run });
  return {
    office,
    run,
    scheduler,
    /** The keys of mailboxes, under the newest of the server's. */
    keepKeys: () => rewrapKeys(desk),
  };
}
