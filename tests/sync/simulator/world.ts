import type { PullPage, PushAnswer, PushBody, SnapPage } from "@/lib/sync/change";
import { rowKey } from "@/lib/sync/row-key";
import { applyPull, nextPull } from "@/lib/sync/client-pull";
import { nextPush } from "@/lib/sync/client-push";
import type { Context, PullRequest } from "@/lib/sync/client-state";
import type { RowEdit } from "@/lib/sync/edit";
import type { Json } from "@/lib/sync/json";
import { renumber } from "@/lib/sync/server-life";
import { bringIn, unfold } from "@/lib/sync/staging";
import { Device } from "./device";
import type { Fault } from "./faults";
import {
  faultyPush,
  plantInStorage,
  takeAnswer,
  takeLater,
  takePage,
  type Volatile,
} from "./faulty";
import { Server } from "./server";
import { nextWindows } from "./windows";
import { Violation, Witness } from "./witness";

export const MAX_SKEW = 1000;

type Message =
  | { to: "server"; from: number; ask: PushBody | PullRequest }
  | { to: "device"; device: number; ask: PushBody; answer: PushAnswer; seq: number }
  | { to: "device"; device: number; ask: PullRequest; page: PullPage | SnapPage; seq: number };

export type WorldOptions = {
  skews: number[];
  pageRows: number;
  disasters: boolean;
  fault?: Fault | undefined;
};

/** Devices, one server, a net that keeps every message until told what to do with it, and a clock. */
export class World {
  readonly server: Server;
  readonly devices: Device[];
  readonly net: Message[] = [];
  readonly disasters: boolean;
  now = 1_000_000;
  private readonly witness: Witness;
  private readonly volatile: Volatile[];
  private readonly fault: Fault | undefined;
  private readonly repeating = new Set<number>();
  private cids = 0;

  constructor({ skews, pageRows, disasters, fault }: WorldOptions) {
    this.fault = fault;
    this.disasters = disasters;
    this.devices = skews.map((skew, index) => new Device(`d${index}`, skew));
    this.volatile = skews.map(() => ({ rows: [] }));
    this.server = new Server({
      pageRows,
      maxSkew: fault === "noClamp" ? Number.MAX_SAFE_INTEGER : MAX_SKEW,
      noFloor: fault === "noFloor",
      cutUntold: fault === "cutUntold",
      forbids: (cid, id) => cid.startsWith("d1") && Number(id.slice(1)) % 4 === 0,
    });
    this.witness = new Witness(this.server, MAX_SKEW);
    for (const one of this.devices) plantInStorage(one, fault);
  }

  device(index: number): Device {
    return this.devices[index] as Device;
  }

  async edit(index: number, edits: RowEdit[]): Promise<void> {
    const device = this.device(index);
    await bringIn(device, device.meta, edits.map(rowKey));
    this.witness.sawEdit(device, device.change(edits, this.now));
    this.witness.checkOwnWrites(device);
  }

  /** As an import does: rows with ids that other devices compute alike, kept waiting in one page. */
  async makeWaiting(index: number, edits: RowEdit[]): Promise<void> {
    const device = this.device(index);
    await bringIn(device, device.meta, edits.map(rowKey));
    this.witness.sawEdit(device, device.change(edits, this.now, true));
    this.witness.checkOwnWrites(device);
  }

  async patch(index: number, row: number, field: string, value: Json): Promise<void> {
    const shown = this.device(index)
      .shown()
      .filter(({ del }) => !del);
    const one = shown[row % Math.max(1, shown.length)];
    // Made on two devices, deleted on one and forgotten, it would come back with the other's: SPEC DEL-4.
    if (field === "_del" && one?.id.startsWith("m")) return;
    if (one) await this.edit(index, [{ tbl: one.tbl, id: one.id, fields: { [field]: value } }]);
  }

  /** An idle moment: staged pages take their places, one or a few. */
  async unfold(index: number, rows = 1): Promise<void> {
    const device = this.device(index);
    await unfold(device, rows);
    this.witness.checkOwnWrites(device);
  }

  async push(index: number): Promise<void> {
    const ask = await nextPush(this.device(index), { muts: 3, bytes: 1e9 });
    if (ask) this.net.push({ to: "server", from: index, ask });
  }

  /** What comes after the last push that is still on its way, before anything is heard of that one. */
  async pushAhead(index: number): Promise<void> {
    const device = this.device(index);
    const own = this.net.flatMap((one) => {
      const isOwn = one.to === "server" ? one.from === index : one.device === index;
      return isOwn && !("kind" in one.ask) && one.ask.cid === device.meta.cid ? [one.ask.to] : [];
    });
    if (own.length === 0 || device.meta.epoch === null) return;
    const ask = await nextPush(device, { muts: 3, bytes: 1e9 }, Math.max(...own));
    if (ask) this.net.push({ to: "server", from: index, ask });
  }

  async pull(index: number): Promise<void> {
    this.net.push({ to: "server", from: index, ask: await nextPull(this.device(index)) });
  }

  /** The next windows of a snapshot under way, below those that are asked for and not answered yet. */
  async pullAhead(index: number, width: number): Promise<void> {
    const ask = await nextPull(this.device(index));
    const own = this.net.flatMap((one) => {
      const isOwn = one.to === "server" ? one.from === index : one.device === index;
      return isOwn && "kind" in one.ask ? [one.ask] : [];
    });
    for (const below of nextWindows(ask, own, width))
      this.net.push({ to: "server", from: index, ask: below });
  }

  async deliver(place: number): Promise<void> {
    const [message] = this.net.splice(place % Math.max(1, this.net.length), 1);
    if (!message) return;
    if (message.to === "server") this.net.push(this.serve(message.from, message.ask));
    else await this.receive(message);
  }

  /** A device takes a new snapshot: its first page is there, the windows below are asked for. */
  async startOver(index: number, width: number): Promise<void> {
    const device = this.device(index);
    const { epoch, since } = device.meta;
    if (since === null || epoch !== this.server.epoch) return;
    const request = { kind: "pull", epoch, since } as const;
    await applyPull(device, request, this.server.reset(since, this.now), this.context(device));
    await this.pull(index);
    await this.deliver(this.net.length - 1);
    await this.deliver(this.net.length - 1);
    await this.pullAhead(index, width);
  }

  drop(place: number): void {
    this.net.splice(place % Math.max(1, this.net.length), 1);
  }

  duplicate(place: number): void {
    const message = this.net[place % Math.max(1, this.net.length)];
    if (message) this.net.push(message);
  }

  /** What was in memory is gone: answers under way find nobody. */
  crash(index: number): void {
    this.lose((one) => one.to === "device" && one.device === index);
    this.volatile[index] = { rows: [] };
    const device = this.device(index);
    if (this.fault === "hlcNotPersisted") {
      device.meta = { ...device.meta, clock: { ms: 0, counter: 0 } };
    }
  }

  /** Go on under a new id, as after a copy of the database: not one so old that its rows were forgotten. */
  async rebirth(index: number): Promise<void> {
    const device = this.device(index);
    if (this.speaksOfForgotten(device)) return;
    this.lose((one) => one.to === "server" && one.from === index);
    await renumber(device, { ...device.meta, acks: [] }, [], this.context(device));
    this.repeating.add(index);
  }

  /** The server comes back from its backup; what was sent without saying to which life is lost. */
  restore(): void {
    if (this.devices.some((device) => this.speaksOfForgotten(device))) return;
    this.now += 1;
    this.lose((one) => one.ask.epoch === null);
    if (!this.server.restore()) return;
    this.witness.restore();
    for (const index of this.devices.keys()) this.repeating.add(index);
  }

  keepBackup(): void {
    this.server.keepBackup();
    this.witness.keepBackup();
  }

  /**
   * Tombstones go. Not while a device may send again what the server has decided on (a copy of it, or
   * any after a restore): a row made, deleted and forgotten in between would come back. Between a
   * restore and forgetting lie 90 days; SPEC DEL-4 names the limit.
   */
  collect(): void {
    for (const index of this.repeating) {
      const { meta, outbox } = this.device(index);
      const isCurrent = meta.epoch === null || meta.epoch === this.server.epoch;
      if (isCurrent && outbox.length === 0) this.repeating.delete(index);
    }
    if (this.repeating.size === 0) this.server.collect();
  }

  /** Everybody online, nothing lost: all must come to rest, and to the same rows. */
  async settle(): Promise<void> {
    this.net.length = 0;
    for (let pass = 0; pass < 400; pass++) {
      this.now += 1;
      for (const index of this.devices.keys()) {
        await this.push(index);
        await this.pull(index);
        while (this.net.length > 0) await this.deliver(0);
        await takeLater(this.device(index), this.volatileOf(index));
        await this.unfold(index);
      }
      if (this.devices.every((device) => this.isAtRest(device))) {
        this.witness.checkEnd(this.devices, this.now);
        return;
      }
    }
    throw new Violation("does not come to rest");
  }

  private speaksOfForgotten({ outbox }: Device): boolean {
    const keys = outbox.flatMap(({ muts }) => muts.map(rowKey));
    return keys.some((key) => this.server.forgotten.has(key));
  }

  private lose(isLost: (one: Message) => boolean): void {
    this.net.splice(0, this.net.length, ...this.net.filter((one) => !isLost(one)));
  }

  private volatileOf(index: number): Volatile {
    return this.volatile[index] as Volatile;
  }

  private isAtRest({ meta, outbox }: Device): boolean {
    const { since, epoch, sweep, staged } = meta;
    const isCurrent = since === this.server.kept.seq && epoch === this.server.epoch;
    return isCurrent && sweep === undefined && staged === undefined && outbox.length === 0;
  }

  private serve(index: number, ask: PushBody | PullRequest): Message {
    const to = "device";
    if (!("kind" in ask)) {
      const body = faultyPush(this.server, ask, this.fault);
      const answer = this.server.push(body, this.now);
      if (this.server.accepted) this.note(body, answer);
      if (ask.since !== undefined) answer.page = this.server.pull(pullWith(ask), this.now);
      return { to, device: index, ask, answer, seq: this.server.kept.seq };
    }
    const page =
      ask.kind === "pull" ? this.server.pull(ask, this.now) : this.server.snap(ask, this.now);
    return { to, device: index, ask, page, seq: this.server.kept.seq };
  }

  private note(body: PushBody, answer: PushAnswer): void {
    this.witness.sawAccepted(body, new Set(answer.rejected.map(rowKey)), answer.restamped);
  }

  private async receive(message: Extract<Message, { to: "device" }>): Promise<void> {
    const device = this.device(message.device);
    const volatile = this.volatileOf(message.device);
    await takeLater(device, volatile);
    const context = this.context(device);
    const rules = { fault: this.fault, maxSkew: MAX_SKEW };
    if ("answer" in message) {
      const { ask, answer, seq } = message;
      await takeAnswer(device, ask, answer, context, rules);
      const { page } = answer;
      if (page) await takePage(device, pullWith(ask), page, context, rules, volatile, seq);
    } else {
      await takePage(device, message.ask, message.page, context, rules, volatile, message.seq);
    }
    if (this.fault !== "cursorFirst") this.witness.checkOwnWrites(device);
  }

  private context(device: Device): Context {
    const newCid = () =>
      this.fault === "sameNumbers" ? device.meta.cid : `${device.name}${++this.cids}`;
    return { now: this.now + device.skew, newCid, maxSkew: MAX_SKEW };
  }
}

/** The pull that a push with a cursor asks for beside itself. */
function pullWith({ epoch, since = 0 }: PushBody): Extract<PullRequest, { kind: "pull" }> {
  return { kind: "pull", epoch, since };
}
