import { connect } from "@/lib/data/db";
import type { Session } from "@/lib/cloud/session";
import type { Engine, PullTimes } from "./bench-sync/engine";
import { oursEngine } from "./bench-sync/engine-ours";
import { pouchEngine } from "./bench-sync/engine-pouch";
import { rxdbEngine } from "./bench-sync/engine-rxdb";
import type { Traffic } from "./bench-sync/origin";
import { contacts, type Contact } from "./bench-sync/workload";

/** Runs in the bench's page: the same work for every engine, one after the other. */

type Phase = { ms: number } & Traffic;
export type EngineResult = {
  name: string;
  create: Phase;
  push: Phase;
  between: Traffic;
  pull: Phase & PullTimes;
  delta: Phase;
};
export type Kind = "ours" | "rxdb" | "pouch";

async function traffic(): Promise<Traffic> {
  return (await fetch("/traffic")).json() as Promise<Traffic>;
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; phase: Phase }> {
  await traffic();
  const began = performance.now();
  const value = await work();
  const ms = performance.now() - began;
  return { value, phase: { ms, ...(await traffic()) } };
}

function engineOf(kind: Kind, batch: number, sessions: Session[], run: number) {
  if (kind === "ours") return oursEngine(sessions, run);
  return kind === "rxdb" ? rxdbEngine(batch, run) : pouchEngine(batch, run);
}

async function runEngine(
  kind: Kind,
  batch: number,
  rows: number,
  sessions: Session[],
  run: number,
): Promise<EngineResult> {
  const engine: Engine = await engineOf(kind, batch, sessions, run);
  await engine.open();
  const work: Contact[] = contacts(rows);
  const { phase: create } = await timed(() => engine.create(work));
  const { phase: push } = await timed(() => engine.push());
  const began = performance.now();
  await engine.rest();
  const between = { ...(await traffic()), ms: performance.now() - began };
  const { phase: pull, value } = await timed(() => engine.pull());
  const { phase: delta } = await timed(() => engine.delta(100));
  await engine.close();
  return { name: engine.name, create, push, between, pull: { ...pull, ...value }, delta };
}

/** What nothing can beat that leaves rows in indexed tables: fetch, parse, one bulkPut. */
async function runRaw(rows: number, run: number): Promise<Phase> {
  const db = connect(`raw-${run}`);
  await db.open();
  const { phase } = await timed(async () => {
    const found = (await (await fetch(`/raw/${rows}`)).json()) as never[];
    await db.people.bulkPut(found);
  });
  await db.delete();
  return phase;
}

Object.assign(globalThis, { runEngine, runRaw });
