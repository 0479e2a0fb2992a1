import type { Usable } from "./panel-probe";
import type { Contact } from "./workload";

/** What every engine in the bench is asked to do, in the page. */
export type Engine = {
  name: string;
  open(): Promise<void>;
  /** Device A writes them where it keeps its data. */
  create(rows: readonly Contact[]): Promise<void>;
  /** Device A sends them. Over when the server has taken the last one. */
  push(): Promise<void>;
  /** What still has to come to rest on A before B begins. */
  rest(): Promise<void>;
  /** Device B, empty, has them all when this is over: durable, readable and indexed. */
  pull(): Promise<PullTimes>;
  /** Another empty device, beside which a screen is open the whole time. */
  pullSeen?(): Promise<PullTimes>;
  /** From here on B is open and listens, where the engine has a way to. */
  attend?(): Promise<void>;
  /**
   * Device A edits one field of so many rows: milliseconds from there until B holds them. B begins once the server
   * has taken them: by its hint, or, where there is none, by A's own word. What A has to do for itself goes on beside.
   */
  delta(count: number, time: number): Promise<number>;
  /** One field edited on A: milliseconds until B's database holds it. */
  live?(edits: number): Promise<number[]>;
};

/**
 * Milliseconds since the beginning of the pull; `first` where a screen is open. `heap`: megabytes of JavaScript's
 * heap above what stood at the start, at the highest.
 */
export type PullTimes = {
  first?: number;
  readable?: number;
  indexed: number;
  panel?: Usable;
  heap?: number;
};
