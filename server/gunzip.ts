/** Opens a gzipped body in one piece. @throws TooLarge once it has more than `limit` bytes */
export type Gunzip = (packed: Uint8Array, limit: number) => Promise<Uint8Array<ArrayBuffer>>;

/** What a `Gunzip` throws for a body that unfolds into more than it may. */
export class TooLarge extends Error {}
