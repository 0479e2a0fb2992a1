import type { PullPage, PushAnswer, PushBody, RowHeads, SnapPage } from "@/lib/sync/change";
import { applyPull, applySnaps, nextPull } from "@/lib/sync/client-pull";
import { acknowledge, nextPush, refuseRecord } from "@/lib/sync/client-push";
import type { Context, PullRequest, Step, SyncTx } from "@/lib/sync/client-state";
import { newClientId } from "@/lib/sync/clock";
import type { SyncStore } from "@/lib/sync/ports";
import { tablesOf } from "@/lib/sync/packed-rows";
import { unfold } from "@/lib/sync/staging";
import { adoptUnknown } from "./adopt-unknown";
import type { RapportDb } from "./db";
import { DAY, forgetDeleted } from "./forget-deleted";
import { readSyncMeta } from "./meta";
import { OutboxIndex } from "./outbox-index";
import { isTableName } from "./shapes";
import { dexieTx } from "./sync-tx";
import { firstStaged } from "./staged";
import { StagedPages } from "./staged-pages";
import { inOneTransaction } from "./transaction";

/** What the sync itself writes; a page adds the tables it names. */
const OWN = [
  "_base",
  "_outbox",
  "_pages",
  "_staged",
  "_stagedIds",
  "_overtaken",
  "_meta",
  "_rejected",
  "_unknown",
  "_local",
];

export type DexieSyncStore = SyncStore & {
  /** A record the server cannot take (too large, or it makes the server fail) goes to the rejected list. */
  refuse(n: number, why: string): Promise<void>;
  /** The next staged pages take their places, one at least and some `rows` of rows. `again`: more of them wait. */
  unfold(rows?: number): Promise<Step>;
};

/** One engine at a time may hold this; screens and `save` go on beside it. */
export function createSyncStore(
  db: RapportDb,
  now: () => number = Date.now,
  newCid: () => string = newClientId,
): DexieSyncStore {
  const outbox = new OutboxIndex(db);
  const pages = new StagedPages();
  let forgottenAt = Number.NEGATIVE_INFINITY;
  const context = (): Context => ({ now: now(), newCid });
  const everything = () => db.tables.map(({ name }) => name);
  let isAdopted = false;
  /** Read where nothing was found to push, for what is asked next; good until something is written here. */
  let pulling: { request: PullRequest; settles: boolean } | undefined;
  let writes = 0;
  const forgetLook = () => {
    pulling = undefined;
    writes++;
  };

  /** Nothing is written: several may run at once, beside a writer of other tables. */
  function look<T>(stores: string[], work: (tx: SyncTx) => Promise<T>): Promise<T> {
    return db.transaction("r", stores, async () => work(dexieTx(db, outbox, now)));
  }

  async function run<T>(stores: string[], work: (tx: SyncTx) => Promise<T>): Promise<T> {
    forgetLook();
    try {
      return await inOneTransaction(db, stores, () => work(dexieTx(db, outbox, now, pages)));
    } catch (error) {
      outbox.clear();
      pages.clear();
      throw error;
    } finally {
      forgetLook();
    }
  }

  return {
    async nextPush(limits, after) {
      // Which tables are known does not change while this code runs.
      if (!isAdopted) await adoptUnknown(db);
      isAdopted = true;
      const began = writes;
      return look(["_outbox", "_meta"], async (tx) => {
        const body = await nextPush(tx, limits, after);
        const found = body ? undefined : await pullingIn(tx);
        // Somebody may look while a page is being written.
        if (began === writes) pulling = found;
        return body;
      });
    },
    async nextPull() {
      pulling ??= await look(["_meta"], pullingIn);
      return pulling.request;
    },

    acknowledge(body: PushBody, answer: PushAnswer) {
      const plain =
        answer.rejected.length === 0 &&
        !answer.restamped &&
        isKnownLife(body.epoch, answer.epoch) &&
        answer.last >= body.to;
      const stores = plain ? ["_outbox", "_meta"] : everything();
      return run(stores, (tx) => acknowledge(tx, body, answer, context()));
    },

    async applyPull(request, page: PullPage) {
      const isPlain = !page.reset && isKnownLife(request.epoch, page.epoch);
      const isNarrow =
        isPlain && (page.more || !(pulling ?? (await look(["_meta"], pullingIn))).settles);
      const stores = isNarrow ? [...OWN, ...nounsIn(page.rows)] : everything();
      const step = await run(stores, (tx) => applyPull(tx, request, page, context()));
      if (step === "done" && now() - forgottenAt >= DAY) {
        await forgetDeleted(db, now());
        forgottenAt = now();
      }
      return step;
    },

    applySnaps(request, snaps: readonly SnapPage[]) {
      const isPlain = snaps.every(
        ({ epoch, before }) => isKnownLife(request.epoch, epoch) && before !== null,
      );
      const named = new Set(snaps.flatMap(({ rows }) => nounsIn(rows)));
      const stores = isPlain ? [...OWN, ...named] : everything();
      return run(stores, (tx) => applySnaps(tx, request, snaps, context()));
    },

    refuse: (n, why) => run(everything(), (tx) => refuseRecord(tx, n, why)),
    async unfold(rows = 1) {
      const { cid, parts } = await db.transaction("r", ["_meta", "_staged"], async () => {
        const { cid: own, staged } = await readSyncMeta(db);
        const found = staged ? await firstStaged(db, rows, (id) => pages.of(id, own)) : [];
        return { cid: own, parts: found };
      });
      if (parts.length === 0) {
        pages.clear();
        return "done";
      }
      for (const part of parts) pages.keep(part, cid);
      const tables = parts.flatMap((part) => nounsIn(part.rows));
      return run([...new Set([...OWN, ...tables])], (tx) => unfold(tx, rows));
    },
  };
}

/** What to pull, and whether its end is about rows that its page does not name. Only the engine changes any of it. */
async function pullingIn(tx: SyncTx): Promise<{ request: PullRequest; settles: boolean }> {
  const { acks, sweep, unsure } = await tx.readMeta();
  const settles = acks.length > 0 || sweep === true || unsure !== undefined;
  return { request: await nextPull(tx), settles };
}

/** Who was not yet told of a server's life has nothing that another life could spoil. */
function isKnownLife(asked: string | null, answered: string): boolean {
  return asked === null || asked === answered;
}

function nounsIn(rows: RowHeads): string[] {
  return tablesOf(rows).filter(isTableName);
}
