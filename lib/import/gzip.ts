import { Gunzip } from "fflate";
import type { Readable } from "./csv";
import { LIMITS } from "./limits";
import { UnreadableFile } from "./problem";
import { unpackStream } from "./unpack";

/** A gzipped file as what is in it: `rapport-….json.gz` reads as `rapport-….json`. @throws UnreadableFile */
export async function openGzip(name: string, blob: Blob): Promise<Readable> {
  // The last four bytes are the length of what was packed; a file cut off ends on four others.
  const tail = new DataView(await blob.slice(-4).arrayBuffer());
  const bytes = tail.byteLength === 4 ? tail.getUint32(0, true) : 0;
  const isDense = bytes > LIMITS.ratioFrom && bytes > blob.size * LIMITS.ratio;
  if (isDense || bytes > LIMITS.entryBytes) throw new UnreadableFile("zipBomb");
  const path = name.replace(/\.gz$/i, "");
  return {
    path,
    bytes,
    open: () =>
      unpackStream({
        path,
        bytes,
        open: () => Promise.resolve(blob.stream()),
        start: (give) => {
          const gunzip = new Gunzip(give);
          return (piece) => gunzip.push(piece);
        },
      }),
  };
}
