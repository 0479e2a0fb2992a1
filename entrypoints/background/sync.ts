import { cloudSession, watchSession } from "@/lib/cloud/extension-session";
import { createLoop, type Loop } from "@/lib/cloud/loop";
import { openDb } from "@/lib/data/db";
import { browser } from "@/lib/platform/browser";

const ALARM = "sync";
/** The worker sleeps between events; this is how long another device's change may wait while no screen is open. */
const EVERY_MINUTES = 1;

/** Keeps the notebook in step while the worker lives, and has the browser wake the worker when it does not. */
export function startSync(): Loop {
  const loop = createLoop({ db: openDb(), session: cloudSession });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void loop.wake("alarm");
  });
  watchSession((session) => {
    if (session) void loop.wake("session");
  });
  void keepAlarm();
  loop.start();
  return loop;
}

/** Made once: making it again at every start of the worker would put it off each time. */
async function keepAlarm(): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (!alarm) await browser.alarms.create(ALARM, { periodInMinutes: EVERY_MINUTES });
}
