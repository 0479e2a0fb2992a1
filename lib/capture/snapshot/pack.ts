import type { Snapshot } from "./tree";

/** A page is mostly the same words again and again: packed it takes a tenth. */
export async function pack(snapshot: Snapshot): Promise<Uint8Array<ArrayBuffer>> {
  const packed = through(JSON.stringify(snapshot), new CompressionStream("gzip"));
  return new Uint8Array(await packed.arrayBuffer());
}

/** @throws when the bytes are not what `pack` made. */
export async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Snapshot> {
  const text = await through(packed, new DecompressionStream("gzip")).text();
  return JSON.parse(text) as Snapshot;
}

function through(content: BlobPart, stream: CompressionStream | DecompressionStream): Response {
  return new Response(new Blob([content]).stream().pipeThrough(stream));
}
