import { promisify } from "node:util";
import * as zlib from "node:zlib";
import type { Packer } from "./packed";

/** Level 6 takes twice as long for 5 % less. */
const GZIP_LEVEL = 4;
const ZSTD_LEVEL = 3;
const gzip = promisify(zlib.gzip);

/**
 * What Node packs answers with, the best first: zstd takes a third of gzip's time and leaves a tenth less. Node
 * has it since 22.15.
 */
export function nodePackers(): Packer[] {
  const gzipPacker: Packer = {
    encoding: "gzip",
    pack: (plain) => gzip(plain, { level: GZIP_LEVEL, chunkSize: roomFor(plain) }),
  };
  if (typeof zlib.zstdCompress !== "function") return [gzipPacker];
  const zstd = promisify(zlib.zstdCompress);
  const params = { [zlib.constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL };
  const pack: Packer["pack"] = (plain) => zstd(plain, { params, chunkSize: roomFor(plain) });
  return [{ encoding: "zstd", pack }, gzipPacker];
}

/** For all of it packed: each part of it more would wait for its turn between other calls. */
function roomFor(plain: Uint8Array): number {
  return Math.max(16_384, plain.length >> 1);
}
