import type { Context } from "hono";
import type { Role } from "@/lib/model/role";
import type { Auth, Provider } from "./auth";
import type { Callers } from "./callers";
import type { Database } from "./database";
import type { Device, Person } from "./devices";
import type { Scheduler } from "./jobs/scheduler";
import type { Hub } from "./live";
import type { Mail } from "./mail";
import type { Mailing } from "./mailing/mailing";
import type { Limits } from "./rate-limit";
import type { Sequencer } from "./sequencer";
import type { Gunzip } from "./gunzip";

/** What the routes need from outside; nothing of it is global, so several servers can live side by side. */
export type Deps = {
  database: Database;
  auth: Auth;
  callers: Callers;
  mail: Mail;
  sequencer: Sequencer;
  hub: Pick<Hub, "join">;
  limits: Limits;
  /** What people's own mail is sent with. */
  mailing: Mailing;
  scheduler: Pick<Scheduler, "wake">;
  providers: readonly Provider[];
  publicUrl: string;
  /** The caller's address as far as the host can vouch for it; limits are counted by it. */
  addressOf: (c: Context) => string;
  /** Where the host opens a body quicker than a stream does. */
  gunzip?: Gunzip;
  now: () => number;
  log: (line: string) => void;
};

export type Caller = { person: Person; device?: Device };

export type AppEnv = {
  Variables: {
    deps: Deps;
    /** Set where the access table asks for somebody. */
    caller: Caller;
    /** Set where it asks for a member. */
    membership: { workspaceId: string; role: Role };
    secureHeadersNonce?: string;
    /** The answer's body, where a route has it in one piece: read out of the answer it would be copied twice. */
    whole?: Uint8Array<ArrayBuffer>;
  };
};
