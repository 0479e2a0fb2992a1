import { createWorker } from "./create-worker";
import { LimitObject } from "./limit-object";
import { LiveObject } from "./live-object";
import { SequencerObject } from "./sequencer-object";

/** The same server on Workers: Turso or sqld over HTTP, pushes put in order by a Durable Object. */
export default createWorker((line) => console.log(line));
export { LimitObject, LiveObject, SequencerObject };
