import type { Session } from "@/lib/cloud/session";
import type { RapportDb } from "@/lib/data/db";
import { save } from "@/lib/data/save";
import { eachStaged } from "@/lib/data/staged";
import type { RowOf } from "@/lib/model/schemas";
import type { Engine, PullTimes } from "./engine";
import { deviceOf, type Device, type Step } from "./device";
import { timeOfDay, type Elsewhere } from "./elsewhere";
import { probeHeap, probePanel } from "./panel-probe";

type Person = RowOf<"people">;
const SHOWN = 500;
const BATCH = 10_000;
/** Hints of one workspace come at most four times a second; a person's actions are further apart. */
const BETWEEN_MS = 300;

/** The product's own loop, store and API: sign-in, roles and validation included. */
export function oursEngine(sessions: readonly Session[], run: string, isLarge: boolean): Engine {
  const a = deviceOf(`ours-a-${run}`, sessions[0] as Session, false);
  const b = deviceOf(`ours-b-${run}`, sessions[1] as Session, false);
  const c = deviceOf(`ours-c-${run}`, sessions[2] as Session, true);
  let ownRowsBack: Promise<unknown> | undefined;
  const { elsewhere } = globalThis as unknown as { elsewhere: Elsewhere };

  /** An action on A: until the last of its rows is on the device in the other browser. */
  async function arrival(ids: readonly string[], notes: string): Promise<number> {
    await new Promise((resolve) => {
      setTimeout(resolve, BETWEEN_MS);
    });
    const last = ids.at(-1) as string;
    await elsewhere("expect", [last, notes]);
    // Two devices have a processor each: what this one does with the answer is not in the other one's way.
    a.holdAnswers();
    const began = timeOfDay();
    await save(
      a.db,
      ids.map((id) => ({ table: "people", id, fields: { notes } })),
    );
    const sent = a.loop.wake("write");
    const arrived = await elsewhere("arrived", []);
    a.letAnswers();
    await sent;
    return (arrived as number) - began;
  }

  return {
    name: "Rapport",
    async open() {
      await Promise.all([a.db.open(), b.db.open(), c.db.open()]);
    },
    async create(rows) {
      for (let from = 0; from < rows.length; from += BATCH) {
        const part = rows.slice(from, from + BATCH);
        await save(
          a.db,
          part.map((fields) => ({ table: "people", fields })),
        );
      }
    },
    async push() {
      const sent = a.untilPull();
      ownRowsBack = a.loop.syncOnce();
      await sent;
    },
    async rest() {
      a.letPull();
      await ownRowsBack;
    },
    pull: () => firstSync(b, { isSeen: false, isLarge }),
    pullSeen: () => firstSync(c, { isSeen: true, isLarge }),
    async attend() {
      await elsewhere("attend", [sessions[3]]);
    },
    async delta(count, time) {
      const ids = await a.db.people.limit(count).primaryKeys();
      return arrival(ids, `edited ${time}`);
    },
    async live(edits) {
      const ids = await a.db.people.limit(1).primaryKeys();
      const times: number[] = [];
      for (let edit = 0; edit < edits; edit++) times.push(await arrival(ids, `live ${edit}`));
      return times;
    },
  };
}

type Looking = {
  /** A screen draws the newest rows as soon as they are there. */
  isSeen: boolean;
  /** So much that memory is watched, and a panel beside the screen read again and again. */
  isLarge: boolean;
};

/** Everything to an empty device. */
async function firstSync(to: Device, { isSeen, isLarge }: Looking): Promise<PullTimes> {
  const began = performance.now();
  const times: Partial<Record<Step, number>> = {};
  let first: Promise<number> | undefined;
  to.onStep = (step) => {
    times[step] ??= performance.now() - began;
    if (step === "pulled" && isSeen) first ??= shown(to.db).then(() => performance.now() - began);
  };
  const panel = isSeen && isLarge ? probePanel(to.db) : undefined;
  const heap = isLarge ? probeHeap() : undefined;
  await to.loop.syncOnce();
  return {
    ...(panel && { panel: panel() }),
    ...(heap && { heap: heap() }),
    ...(first && { first: await first }),
    readable: times.inStep as number,
    indexed: times.unfolded as number,
  };
}

/** The newest rows as a list draws them, those that wait for their places too, while everything else still arrives. */
async function shown(db: RapportDb): Promise<void> {
  const rows = new Map<string, Person>();
  await eachStaged<Person>(db, "people", (waiting) => {
    for (const row of waiting) rows.set(row.id, row);
  });
  // oxlint-disable-next-line unicorn/no-array-reverse -- a Dexie collection, read from its end
  const placed = await db.people.toCollection().reverse().limit(SHOWN).toArray();
  for (const row of placed) rows.set(row.id, row);
  const newest = [...rows.values()].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, SHOWN);
  const list = document.createElement("ul");
  list.append(
    ...newest.map(({ fullName }) =>
      Object.assign(document.createElement("li"), { textContent: fullName }),
    ),
  );
  document.body.replaceChildren(list);
  await new Promise((resolve) => {
    requestAnimationFrame(resolve);
  });
}
