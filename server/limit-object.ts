import * as z from "zod";
import { counted, judge, type Limits, type Window } from "./rate-limit";

/** As much of a Durable Object as is used here. */
type State = {
  storage: {
    get(key: string): Promise<unknown>;
    put(key: string, value: Window): Promise<void>;
    setAlarm(at: number): Promise<void>;
    deleteAll(): Promise<void>;
  };
};
type Stub = { fetch(url: string, init: RequestInit): Promise<Response> };
export type LimitNamespace = { idFromName(name: string): unknown; get(id: unknown): Stub };

const limitShape = z.object({ max: z.int().positive(), seconds: z.int().positive() });
const windowShape = z.object({ count: z.int(), since: z.number() });
const verdictShape = z.object({ allowed: z.boolean(), retryAfter: z.number().nullable() });

/** Counts the calls under one key, wherever they come in, and is gone when its window is over. */
export class LimitObject {
  constructor(private readonly state: State) {}

  async fetch(request: Request): Promise<Response> {
    const limit = limitShape.parse(await request.json());
    const { storage } = this.state;
    const now = Date.now();
    const before = windowShape.optional().parse(await storage.get("window"));
    const window = counted(before, limit, now);
    await storage.put("window", window);
    if (window.count === 1) await storage.setAlarm(window.since + limit.seconds * 1000);
    return Response.json(judge(window, limit, now));
  }

  alarm(): Promise<void> {
    return this.state.storage.deleteAll();
  }
}

/** The other end of `fetch` above: an object per key. */
export function objectLimits(objects: LimitNamespace): Limits {
  return {
    async count(key, limit) {
      const stub = objects.get(objects.idFromName(key));
      const answer = await stub.fetch("https://limits.internal/count", {
        method: "POST",
        body: JSON.stringify(limit),
      });
      return verdictShape.parse(await answer.json());
    },
  };
}
