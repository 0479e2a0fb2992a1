import type { Mutation, PushBody, Restamp, SyncRow } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { stampMs, type Stamp } from "@/lib/sync/clock";
import { canonical, type Json } from "@/lib/sync/json";
import { stampOf } from "@/lib/sync/merge";
import type { OutboxRecord } from "@/lib/sync/overlay";
import type { Device } from "./device";
import type { Server } from "./server";

/** Keeps its own account of what happened, without the code under test, and compares. */

export class Violation extends Error {}

type Register = { value: Json; stamp: Stamp };
type Registers = Map<string, Map<string, Register>>;

export class Witness {
  /** What the server accepted, folded by the plainest rule there is: the latest stamp. */
  private accepted: Registers = new Map();
  private backup: Registers = new Map();
  /** The last value each device wrote into each register. */
  private readonly written = new Map<string, Registers>();
  private readonly deleted = new Set<string>();
  /** The earliest stamp any life of the server gave instead. */
  private readonly restamped = new Map<string, Stamp>();

  constructor(
    private readonly server: Server,
    private readonly maxSkew: number,
  ) {}

  sawEdit(device: Device, records: readonly OutboxRecord[]): void {
    const own = this.written.get(device.name) ?? new Map();
    this.written.set(device.name, own);
    for (const { muts } of records) {
      for (const mutation of muts) {
        put(own, mutation, () => true);
        expectShown(device, mutation);
      }
    }
  }

  keepBackup(): void {
    this.backup = copyOf(this.accepted);
  }

  /** What the server lost is not its account's either; `checkServerHas` asks that it be brought back. */
  restore(): void {
    this.accepted = copyOf(this.backup);
  }

  sawAccepted(body: PushBody, rejected: ReadonlySet<string>, restamp: Restamp | undefined): void {
    for (const mutation of body.muts) {
      const key = rowKey(mutation);
      if (rejected.has(key)) continue;
      const fields: Mutation["fields"] = {};
      for (const [field, [value, stamp]] of Object.entries(mutation.fields)) {
        const isAhead = restamp !== undefined && stampMs(stamp) > restamp.over;
        const kept = isAhead ? restamp.stamp : stamp;
        fields[field] = [value, kept];
        if (field === "_del" && value === true) this.deleted.add(key);
        const name = `${key} ${field} ${stamp}`;
        const given = this.restamped.get(name);
        if (isAhead && (given === undefined || kept < given)) this.restamped.set(name, kept);
      }
      put(this.accepted, { ...mutation, fields }, (held, next) => held.stamp < next.stamp);
    }
  }

  /** After every step: what this device wrote is what it shows, or something later is. */
  checkOwnWrites(device: Device): void {
    const waiting = new Map(device.shown().map((row) => [rowKey(row), row]));
    this.eachWrite(device, (key, field, stamp) => {
      const row = waiting.get(key);
      const shown = row && stampOf(row, field);
      if (shown !== undefined && shown >= stamp) return;
      // A snapshot does not name the deleted: what stands in them here may be old, or gone.
      if (!row && this.deleted.has(key)) return;
      if (row?.del) return;
      throw new Violation(`${device.name} no longer shows its own ${key} ${field}`);
    });
  }

  /** Once nothing is on its way any more. */
  checkEnd(devices: readonly Device[], now: number): void {
    const truth = visible([...this.server.kept.rows.values()]);
    expectSame("server and the account of accepted writes", truth, this.folded());
    for (const device of devices) {
      if (device.outbox.length > 0) throw new Violation(`${device.name} keeps its outbox`);
      const { clock } = device.meta;
      if (clock.ms > now + this.maxSkew) throw new Violation(`${device.name}'s clock is poisoned`);
      const rows = device.shown();
      if (device.staged.length > 0) throw new Violation(`${device.name} keeps staged pages`);
      expectSame(`${device.name} and the server`, visible(rows), truth);
      this.checkServerHas(device);
    }
    for (const row of this.server.kept.rows.values()) {
      if (latestMs(row) > now + this.maxSkew)
        throw new Violation("the server's clocks are poisoned");
    }
  }

  private checkServerHas(device: Device): void {
    this.eachWrite(device, (key, field, stamp) => {
      const row = this.server.kept.rows.get(key);
      const held = row && stampOf(row, field);
      if (held !== undefined && held >= stamp) return;
      // Made and deleted after the backup, and known to nobody any more.
      if (!row && this.deleted.has(key)) return;
      throw new Violation(`${device.name}'s ${key} ${field} was neither kept nor rejected`);
    });
  }

  private eachWrite(
    device: Device,
    visit: (key: string, field: string, stamp: Stamp) => void,
  ): void {
    const rejected = new Set(
      device.rejected.flatMap(({ mutation }) =>
        Object.entries(mutation.fields).map(
          ([field, [, at]]) => `${rowKey(mutation)} ${field} ${at}`,
        ),
      ),
    );
    // Edits of a row whose making was rejected have nothing to stand on.
    const unmade = new Set(
      device.rejected.flatMap(({ mutation }) => (mutation.create ? rowKey(mutation) : [])),
    );
    for (const [key, fields] of this.written.get(device.name) ?? []) {
      if (this.server.forgotten.has(key) || unmade.has(key)) continue;
      for (const [field, { stamp }] of fields) {
        const given = this.restamped.get(`${key} ${field} ${stamp}`);
        const isRejected = [stamp, given].some((one) => rejected.has(`${key} ${field} ${one}`));
        if (!isRejected) visit(key, field, given !== undefined && given < stamp ? given : stamp);
      }
    }
  }

  private folded(): Map<string, string> {
    const rows = new Map<string, string>();
    for (const [key, fields] of this.accepted) {
      if (fields.get("_del")?.value === true) continue;
      const data = [...fields].filter(([field]) => field !== "_del");
      const entries = data.map(([field, { value, stamp }]) => [field, [value, stamp]]);
      rows.set(key, canonical(Object.fromEntries(entries)));
    }
    return rows;
  }
}

/** Rows a person would see, each as one text of its registers. */
function visible(rows: readonly SyncRow[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const row of rows) {
    if (row.del) continue;
    if (row.data.a === undefined) throw new Violation(`${rowKey(row)} is half a row`);
    const entries = Object.entries(row.data);
    const registers = entries.map(([field, value]) => [field, [value, stampOf(row, field) ?? ""]]);
    texts.set(rowKey(row), canonical(Object.fromEntries(registers)));
  }
  return texts;
}

function latestMs(row: SyncRow): number {
  return Math.max(...[row.hlc, ...Object.values(row.fv ?? {})].map(stampMs));
}

function copyOf(registers: Registers): Registers {
  return new Map(Array.from(registers, ([key, fields]) => [key, new Map(fields)]));
}

function put(
  into: Registers,
  mutation: Mutation,
  replaces: (held: Register, next: Register) => boolean,
): void {
  const key = rowKey(mutation);
  const fields = into.get(key) ?? new Map<string, Register>();
  into.set(key, fields);
  for (const [field, [value, stamp]] of Object.entries(mutation.fields)) {
    const held = fields.get(field);
    if (!held || replaces(held, { value, stamp })) fields.set(field, { value, stamp });
  }
}

/** What was written a moment ago is what is shown now. */
function expectShown(device: Device, mutation: Mutation): void {
  const key = rowKey(mutation);
  const row = device.held.get(key)?.local ?? device.shown().find((one) => rowKey(one) === key);
  for (const [field, [, stamp]] of Object.entries(mutation.fields)) {
    if (row && stampOf(row, field) === stamp) continue;
    throw new Violation(`${device.name} does not show the ${rowKey(mutation)} ${field} it wrote`);
  }
}

function expectSame(what: string, a: Map<string, string>, b: Map<string, string>): void {
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    if (a.get(key) === b.get(key)) continue;
    throw new Violation(`${what} differ in ${key}: ${a.get(key)} and ${b.get(key)}`);
  }
}
