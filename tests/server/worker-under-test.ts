import { createWorker, type Bindings } from "@/server/create-worker";
import { LimitObject as Limit } from "@/server/limit-object";
import { LiveObject } from "@/server/live-object";
import { SequencerObject } from "@/server/sequencer-object";
import { GROUND_HEADER, readGround, RUN_PATH, type GroundTold } from "./ground-header";
import { rerouted } from "./reroute";

/**
 * The Worker as it is deployed, with what a test needs to have in its hand: the time, the settings, the outside
 * services, and the moment at which the cron strikes. Every call brings them along in one header.
 */

const RealDate = Date;
const realFetch = globalThis.fetch;
let told: GroundTold = { id: "", now: RealDate.now(), env: {}, reroutes: {} };

globalThis.Date = class extends RealDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(told.now);
    else super(...(given as [number]));
  }
  static override now(): number {
    return told.now;
  }
} as DateConstructor;
globalThis.fetch = (input, init) => realFetch(rerouted(told.reroutes, input), init);

/** An alarm rings by the clock on the wall. */
class LimitObject extends Limit {
  constructor(state: ConstructorParameters<typeof Limit>[0]) {
    const { storage } = state;
    super({
      storage: {
        get: (key) => storage.get(key),
        put: (key, value) => storage.put(key, value),
        setAlarm: (at) => storage.setAlarm(RealDate.now() + at - told.now),
        deleteAll: () => storage.deleteAll(),
      },
    });
  }
}
export { LimitObject, LiveObject, SequencerObject };

type Ground = { worker: ReturnType<typeof createWorker>; printed: string[] };
const grounds = new Map<string, Ground>();

function groundOf({ id }: GroundTold): Ground {
  const known = grounds.get(id);
  if (known) return known;
  const printed: string[] = [];
  const made = { printed, worker: createWorker((line) => void printed.push(line)) };
  // One ground at a time: what the one before it held is of no use any more.
  grounds.clear();
  grounds.set(id, made);
  return made;
}

/** Limits count for one ground alone; nothing runs by itself. */
function bindingsOf(bindings: Bindings, { id, env }: GroundTold): Bindings {
  const { LIMITS } = bindings;
  return {
    ...bindings,
    ...env,
    LIMITS: {
      idFromName: (name) => LIMITS.idFromName(`${id} ${name}`),
      get: (object) => LIMITS.get(object),
    },
    JOBS: { send: async () => undefined },
  };
}

type Fetch = ReturnType<typeof createWorker>["fetch"];

export default {
  async fetch(...[request, bindings, context]: Parameters<Fetch>): Promise<Response> {
    told = readGround(request.headers.get(GROUND_HEADER) ?? "");
    const { worker, printed } = groundOf(told);
    const own = bindingsOf(bindings, told);
    const { pathname, searchParams } = new URL(request.url);
    if (pathname !== RUN_PATH) return worker.fetch(request, own, context);
    const cron = searchParams.get("cron");
    if (cron !== null) await worker.scheduled({ cron }, own);
    return Response.json(printed);
  },
};
