import { eraseDevice, eraseTeamTraces } from "@/lib/account/store/erase";
import { cloudSession, sessionMemory, watchSession } from "@/lib/cloud/extension-session";
import { cloudTeams } from "@/lib/cloud/extension-teams";
import { createLoop } from "@/lib/cloud/loop";
import { openDb } from "@/lib/data/db";
import { browser } from "@/lib/platform/browser";
import { isLookedAt } from "@/lib/platform/looked-at";
import { deviceStorage, registry } from "@/lib/workspaces/extension-registry";
import { createFleet, type Fleet } from "@/lib/workspaces/fleet";

const ALARM = "sync";
/** The worker sleeps between events; this is how long another device's change may wait while no screen is open. */
const EVERY_MINUTES = 1;

/** Keeps the notebook and the teams in step while the worker lives, and has the browser wake the worker when it does not. */
export function startSync(): Fleet {
  const fleet = createFleet({
    session: cloudSession,
    teams: cloudTeams,
    registry,
    storage: deviceStorage,
    open: openDb,
    loopOf: (given) => createLoop({ ...given, memory: sessionMemory, isLookedAt }),
    eraser: (keep) => eraseDevice({ keep }),
    eraseTeamTraces,
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void fleet.wake("alarm");
  });
  watchSession((session) => {
    if (session) void fleet.wake("session");
  });
  void keepAlarm();
  void fleet.start();
  return fleet;
}

/** Made once: making it again at every start of the worker would put it off each time. */
async function keepAlarm(): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (!alarm) await browser.alarms.create(ALARM, { periodInMinutes: EVERY_MINUTES });
}
