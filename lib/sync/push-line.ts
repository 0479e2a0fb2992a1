import type { PullPage, PushAnswer, PushBody } from "./change";
import type { Step } from "./client-state";
import { countMuts } from "./mutation-columns";
import type { RoundOptions, SyncApi, SyncStore } from "./ports";

type Sent = { body: PushBody; answer: Promise<PushAnswer> };

/** Where the server takes pushes sent ahead. More of them would wait for each other there. */
const ON_THEIR_WAY = 2;

/**
 * Sends everything there is to send, in order; answers are heard in order. While one push is judged the next is
 * read, and sent ahead of the answer if the server takes such. Gives what came of the pull that the last answer
 * brought.
 */
export async function pushAll(
  store: SyncStore,
  api: SyncApi,
  options: RoundOptions,
): Promise<Step | undefined> {
  const line: Sent[] = [];
  let ready: PushBody | undefined;
  let width = 1;

  function send(body: PushBody): void {
    const answer = api.push(body);
    // Heard in its turn; until then its failure is nobody's.
    answer.catch(() => undefined);
    line.push({ body, answer });
  }

  /** Sends what there is room for, and makes ready what comes after it. */
  async function goAhead(): Promise<void> {
    for (let last = line.at(-1)?.body; last; last = line.at(-1)?.body) {
      ready ??= await store.nextPush(options.limits?.(), last.to).catch(() => undefined);
      // The first answer of a server tells its name, which every later push bears.
      if (!ready || last.epoch === null) return;
      if (line.length >= width) return api.prepare?.(ready);
      send(ready);
      ready = undefined;
    }
  }

  /** From what is on the disk, once nothing is on its way. */
  async function startAnew(): Promise<void> {
    const left = line.splice(0);
    await Promise.allSettled(left.map(({ answer }) => answer));
    ready = undefined;
    const body = await store.nextPush(options.limits?.());
    if (body) send(body);
  }

  await startAnew();
  for (let first = line[0]; first; first = line[0]) {
    const { body } = first;
    const reading = goAhead();
    const answer = await first.answer.catch(async (error: unknown) => {
      await reading;
      await Promise.allSettled(line.map((one) => one.answer));
      throw error;
    });
    await reading;
    line.shift();
    const isExpected = isAsExpected(body, answer);
    if (isExpected && answer.ahead) width = ON_THEIR_WAY;
    if (isExpected && ready && isAfter(line.at(-1)?.body ?? body, ready)) {
      send(ready.epoch === answer.epoch ? ready : { ...ready, epoch: answer.epoch });
      ready = undefined;
    }
    const step = await store.acknowledge(body, answer);
    if (step === "stale" && !body.ahead) return undefined;
    if (step !== "stale") await options.onProgress?.({ pushed: countMuts(body), pulled: 0 });
    if (step === "done" && answer.page) return takeBrought(store, options, body, answer.page);
    if (!isExpected || line.length === 0) await startAnew();
  }
  return undefined;
}

/** Decided on whole, with nothing that the device has to settle before it goes on. */
function isAsExpected(body: PushBody, answer: PushAnswer): boolean {
  const isSameLife = body.epoch === null || body.epoch === answer.epoch;
  const isPlain = answer.rejected.length === 0 && !answer.restamped;
  return isSameLife && isPlain && answer.last === body.to;
}

function isAfter({ cid, to }: PushBody, next: PushBody): boolean {
  return next.cid === cid && next.from === to + 1;
}

/** The page of a pull that was asked for with a push; one that no longer fits is asked for anew. */
async function takeBrought(
  store: SyncStore,
  options: RoundOptions,
  { epoch, since }: PushBody,
  page: PullPage,
): Promise<Step | undefined> {
  if (since === undefined) return undefined;
  const step = await store.applyPull({ kind: "pull", epoch: epoch ?? page.epoch, since }, page);
  if (step === "stale") return undefined;
  await options.onProgress?.({ pushed: 0, pulled: page.rows.ids.length });
  return step;
}
