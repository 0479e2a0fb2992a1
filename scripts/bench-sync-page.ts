import { connect } from "@/lib/data/db";
import type { Session } from "@/lib/cloud/session";
import type { Engine, PullTimes } from "./bench-sync/engine";
import { answers } from "./bench-sync/elsewhere";
import { oursEngine } from "./bench-sync/engine-ours";
import { pouchEngine } from "./bench-sync/engine-pouch";
import { rxdbEngine } from "./bench-sync/engine-rxdb";
import type { Traffic } from "./bench-sync/origin";
import { contacts, MANY, type Contact } from "./bench-sync/workload";

/** Runs in the bench's page: the same work for every engine, one after the other. */

const DELTAS = 5;
/** Edits of the same kind before those that are timed: neither of the two devices has made or heard of one yet. */
const FIRST_DELTAS = 2;
const EDITS = 5;
/** Rows of the small notebook: more than one page. */
const WARM = 2000;
/** So long the processor does next to nothing, or it is waited for no longer. */
const CALM_MS = 200;
const CALM_SHARE = 0.15;
const LONGEST_MS = 10_000;

export type Phase = { ms: number } & Traffic;
export type Pushed = { name: string; create: Phase; push: Phase; between: Traffic };
export type Edited = { delta: Phase; live?: Phase };
export type Pulled = Phase & PullTimes;
export type EngineResult = Pushed &
  Edited & {
    pull: Pulled;
    /** Ours alone: the bare bulkPut, in a browser as new as the pull's. */
    raw?: Phase;
    seen?: PullTimes;
  };
export type Kind = "ours" | "rxdb" | "pouch";

async function traffic(): Promise<Traffic> {
  return (await fetch("/traffic")).json() as Promise<Traffic>;
}

/** What is left of the phase before, its rubbish and the tidying of its files, is nobody's in the next. */
async function tidy(): Promise<void> {
  (globalThis as { gc?: () => void }).gc?.();
  await calm();
}

async function calm(): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  await traffic();
  do {
    await new Promise((resolve) => {
      setTimeout(resolve, CALM_MS);
    });
  } while ((await traffic()).cpu > CALM_MS * CALM_SHARE && performance.now() < until);
}

async function timed<T>(
  work: () => Promise<T>,
  before: () => Promise<void> = tidy,
): Promise<{ value: T; phase: Phase }> {
  await before();
  const began = performance.now();
  const value = await work();
  const ms = performance.now() - began;
  return { value, phase: { ms, ...(await traffic()) } };
}

function engineOf(kind: Kind, batch: number, sessions: Session[], run: string, rows: number) {
  if (kind === "ours") return oursEngine(sessions, run, rows >= MANY);
  return kind === "rxdb" ? rxdbEngine(batch, run) : pouchEngine(batch, run);
}

/** Who is measured; `warm` are the devices of a small notebook that is pushed and pulled before. */
export type Contender = {
  kind: Kind;
  batch: number;
  rows: number;
  run: number;
  sessions: Session[];
  warm: Session[];
};

let engine: Engine | undefined;

/** Device A: makes the rows and sends them. */
async function runPush(given: Contender): Promise<Pushed> {
  const one = (engine = await opened(given));
  const work: Contact[] = contacts(given.rows);
  const { phase: create } = await timed(() => one.create(work));
  const { phase: push } = await timed(() => one.push());
  await one.rest();
  return { name: one.name, create, push, between: await traffic() };
}

/** Device A afterwards: edits that another device is to have. */
async function runEdits(): Promise<Edited> {
  const one = engine as Engine;
  await (one.attend ? one.attend() : one.pull());
  await tidy();
  for (let time = 0; time < FIRST_DELTAS; time++) await one.delta(100, time);
  const deltas: Phase[] = [];
  for (let time = 0; time < DELTAS; time++) {
    const { value: ms, phase } = await timed(() => one.delta(100, FIRST_DELTAS + time), calm);
    deltas.push({ ...phase, ms });
  }
  const delta = deltas.toSorted((a, b) => a.ms - b.ms)[DELTAS >> 1] as Phase;
  const live = await livePhase(one);
  return { delta, ...(live && { live }) };
}

/** A new device: the first sync of all there is. */
async function runPull(given: Contender): Promise<Pulled> {
  const one = await opened(given);
  const { phase, value } = await timed(() => one.pull());
  return { ...phase, ...value };
}

/** Another one, with a screen open the whole time. */
async function runSeen(given: Contender): Promise<PullTimes | undefined> {
  const one = await opened(given);
  const { value } = await timed(async () => one.pullSeen?.());
  return value;
}

/** What nothing can beat that leaves rows in indexed tables: fetch, parse, one bulkPut. */
async function runRaw(given: Contender): Promise<Phase> {
  await warmUp(given);
  await put("raw-small", WARM);
  const { phase } = await timed(() => put("raw", given.rows));
  return phase;
}

async function put(name: string, rows: number): Promise<void> {
  const found = (await (await fetch(`/raw/${rows}`)).json()) as never[];
  await connect(name).people.bulkPut(found);
}

async function opened(given: Contender): Promise<Engine> {
  await warmUp(given);
  const { kind, batch, sessions, run, rows } = given;
  const one = await engineOf(kind, batch, sessions, String(run), rows);
  await one.open();
  return one;
}

/** So that no code runs for the first time while it is measured. */
async function warmUp({ kind, batch, warm, run }: Contender): Promise<void> {
  const small = await engineOf(kind, batch, warm, `small-${run}-${Date.now()}`, WARM);
  await small.open();
  await small.create(contacts(WARM));
  await small.push();
  await small.rest();
  await small.pull();
}

/** What one edit took and cost, in the middle of a few. */
async function livePhase(engine: Engine): Promise<Phase | undefined> {
  if (!engine.live) return undefined;
  const { value, phase } = await timed(() => (engine.live as NonNullable<Engine["live"]>)(EDITS));
  const ms = value.toSorted((one, other) => one - other)[EDITS >> 1] as number;
  const { requests, up, down, cpu } = phase;
  const each = (sum: number) => sum / EDITS;
  return { ms, requests: each(requests), up: each(up), down: each(down), cpu: each(cpu) };
}

export const phases = { runPush, runEdits, runPull, runSeen, runRaw };
Object.assign(globalThis, { phases, answers });
