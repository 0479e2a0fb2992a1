import { connect } from "@/lib/data/db";
import type { Session } from "@/lib/cloud/session";
import type { Engine, PullTimes } from "./bench-sync/engine";
import { answers } from "./bench-sync/elsewhere";
import { oursEngine } from "./bench-sync/engine-ours";
import { pouchEngine } from "./bench-sync/engine-pouch";
import { rxdbEngine } from "./bench-sync/engine-rxdb";
import type { Traffic } from "./bench-sync/origin";
import { contacts, type Contact } from "./bench-sync/workload";

/** Runs in the bench's page: the same work for every engine, one after the other. */

/** From here on it is also watched how usable the page stays. */
const MANY = 50_000;
const DELTAS = 3;
const EDITS = 5;
/** So long the processor does next to nothing, or it is waited for no longer. */
const CALM_MS = 200;
const CALM_SHARE = 0.15;
const LONGEST_MS = 10_000;

type Phase = { ms: number } & Traffic;
export type EngineResult = {
  name: string;
  create: Phase;
  push: Phase;
  between: Traffic;
  pull: Phase & PullTimes;
  /** Ours alone: the bare bulkPut before and after the pull, beside the same other databases. */
  raw?: Phase;
  seen?: PullTimes;
  delta: Phase;
  live?: Phase;
};
export type Kind = "ours" | "rxdb" | "pouch";

async function traffic(): Promise<Traffic> {
  return (await fetch("/traffic")).json() as Promise<Traffic>;
}

/** What is left of the phase before, its rubbish and the tidying of its files, is nobody's in the next. */
async function calm(): Promise<void> {
  (globalThis as { gc?: () => void }).gc?.();
  const until = performance.now() + LONGEST_MS;
  await traffic();
  do {
    await new Promise((resolve) => {
      setTimeout(resolve, CALM_MS);
    });
  } while ((await traffic()).cpu > CALM_MS * CALM_SHARE && performance.now() < until);
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; phase: Phase }> {
  await calm();
  const began = performance.now();
  const value = await work();
  const ms = performance.now() - began;
  return { value, phase: { ms, ...(await traffic()) } };
}

function engineOf(kind: Kind, batch: number, sessions: Session[], run: number, rows: number) {
  if (kind === "ours") return oursEngine(sessions, run, rows >= MANY);
  return kind === "rxdb" ? rxdbEngine(batch, run) : pouchEngine(batch, run);
}

async function runEngine(
  kind: Kind,
  batch: number,
  rows: number,
  sessions: Session[],
  run: number,
): Promise<EngineResult> {
  const engine: Engine = await engineOf(kind, batch, sessions, run, rows);
  await engine.open();
  const work: Contact[] = contacts(rows);
  const { phase: create } = await timed(() => engine.create(work));
  const { phase: push } = await timed(() => engine.push());
  const began = performance.now();
  await engine.rest();
  const between = { ...(await traffic()), ms: performance.now() - began };
  const isOurs = kind === "ours";
  const before = isOurs ? await rawPhase(rows, run) : undefined;
  const { phase: pull, value } = await timed(() => engine.pull());
  const after = isOurs ? await rawPhase(rows, run) : undefined;
  await calm();
  const seen = rows < MANY ? await engine.pullSeen?.() : undefined;
  await engine.attend?.();
  const deltas: Phase[] = [];
  for (let time = 0; time < DELTAS; time++) {
    const { value: ms, phase } = await timed(() => engine.delta(100, time));
    deltas.push({ ...phase, ms });
  }
  const delta = deltas.toSorted((one, other) => one.ms - other.ms)[DELTAS >> 1] as Phase;
  const live = await livePhase(engine);
  await engine.close();
  const { name } = engine;
  const raw = before && after && mean(before, after);
  const more = { ...(live && { live }), ...(seen && { seen }), ...(raw && { raw }) };
  return { name, create, push, between, pull: { ...pull, ...value }, delta, ...more };
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

/** What nothing can beat that leaves rows in indexed tables: fetch, parse, one bulkPut. */
async function rawPhase(rows: number, run: number): Promise<Phase> {
  const db = connect(`raw-${run}`);
  await db.open();
  const { phase } = await timed(async () => {
    const found = (await (await fetch(`/raw/${rows}`)).json()) as never[];
    await db.people.bulkPut(found);
  });
  await db.delete();
  return phase;
}

function mean(one: Phase, other: Phase): Phase {
  const entries = Object.entries(one) as [keyof Phase, number][];
  return Object.fromEntries(
    entries.map(([name, value]) => [name, (value + other[name]) / 2]),
  ) as Phase;
}

Object.assign(globalThis, { runEngine, answers });
