import * as z from "zod";
import { AppError } from "@/lib/platform/app-error";
import { answerOf, reached } from "./answer";
import { createApi, type Fetch } from "./api";
import type { CloudSession } from "./session";

/** The ways out: a lost device, everything the server holds, and the whole account. */

const done = z.object({ ok: z.literal(true) });

export function createLeaving(session: Pick<CloudSession, "currentSession">, fetch?: Fetch) {
  async function mine() {
    const current = await session.currentSession();
    if (!current) throw new AppError("not-signed-in");
    return createApi(current.server, current.token, fetch).v1;
  }

  return {
    /** The device erases its notebook when it calls next, after sending what it had not sent. */
    async wipeDevice(device: string): Promise<void> {
      await answerOf((await mine()).devices[":device"].wipe.$post({ param: { device } }), done);
    },
    async callOffWipe(device: string): Promise<void> {
      await answerOf((await mine()).devices[":device"].wipe.$delete({ param: { device } }), done);
    },
    /** Everything the server holds of the person, as it sends it. */
    async exportAccount(): Promise<Blob> {
      const answer = await reached((await mine()).me.export.$get());
      if (!answer.ok) await answerOf(Promise.resolve(answer), z.never());
      return new Blob([await answer.blob()], { type: "application/json" });
    },
    /** The server forgets the person; each device learns of it at its next call. */
    async eraseAccount(email: string): Promise<void> {
      await answerOf((await mine()).me.erase.$post({ json: { email } }), done);
    },
  };
}

/** By the token the device was asked with: its session is gone by then. Saying it twice is saying it once. */
export async function confirmWipe(
  { server, token, unsent }: { server: string; token: string; unsent: number },
  fetch?: Fetch,
): Promise<void> {
  const api = createApi(server, token, fetch);
  const answer = await reached(api.v1.devices.wiped.$post({ json: { unsent } }));
  // A server that knows nothing of it any more has nothing left to be told.
  if (answer.status === 404) return;
  await answerOf(Promise.resolve(answer), done);
}
