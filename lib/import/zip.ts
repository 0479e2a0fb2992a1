import { Inflate } from "fflate";
import { LIMITS } from "./limits";
import { UnreadableFile } from "./problem";
import { unpackStream } from "./unpack";

export type ZipEntry = {
  path: string;
  /** Inflated, as the directory claims; `open` holds the entry to it. */
  bytes: number;
  open(): ReadableStream<Uint8Array<ArrayBuffer>>;
};

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const DIRECTORY_BYTES = 46;
const LOCAL_BYTES = 30;

/**
 * Reads the directory at the end of a ZIP; an entry is inflated only when opened, chunk by chunk, and
 * as often as it is opened. The directory is believed nowhere: counts, sizes and ratio are checked
 * before, and the bytes that really come are counted.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 * @throws UnreadableFile
 */
export async function openZip(file: Blob): Promise<ZipEntry[]> {
  if (file.size > LIMITS.fileBytes) throw new UnreadableFile("tooLarge");
  const end = await findEnd(file);
  if (end.count > LIMITS.entries) throw new UnreadableFile("tooManyEntries", { count: end.count });

  const directory = await view(file, end.at, end.at + end.bytes);
  const entries: ZipEntry[] = [];
  let offset = 0;
  let total = 0;
  let lastStart = -1;
  for (let index = 0; index < end.count; index++) {
    const entry = readEntry(directory, offset);
    offset += entry.length;
    if (entry.path.endsWith("/")) continue;
    guard(entry);
    total += entry.bytes;
    if (total > LIMITS.totalBytes) throw new UnreadableFile("zipBomb");
    // Two entries over the same bytes are how a small file claims to be a huge one.
    if (entry.start === lastStart) throw new UnreadableFile("zipBomb");
    lastStart = entry.start;
    entries.push({ path: entry.path, bytes: entry.bytes, open: () => inflate(file, entry) });
  }
  return entries;
}

type Listed = {
  path: string;
  bytes: number;
  packed: number;
  start: number;
  method: number;
  flags: number;
  length: number;
};

async function findEnd(file: Blob): Promise<{ at: number; bytes: number; count: number }> {
  // The end record is followed by a comment of at most 65,535 bytes.
  const from = Math.max(0, file.size - END_BYTES - 0xffff);
  const tail = await view(file, from, file.size);
  for (let at = tail.byteLength - END_BYTES; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    const found = {
      count: tail.getUint16(at + 10, true),
      bytes: tail.getUint32(at + 12, true),
      at: tail.getUint32(at + 16, true),
    };
    if (found.at + found.bytes > from + at) throw new UnreadableFile("zipDamaged");
    return found;
  }
  throw new UnreadableFile("zipCutOff");
}

function readEntry(directory: DataView<ArrayBuffer>, at: number): Listed {
  if (at + DIRECTORY_BYTES > directory.byteLength || directory.getUint32(at, true) !== DIRECTORY) {
    throw new UnreadableFile("zipDamaged");
  }
  const nameBytes = directory.getUint16(at + 28, true);
  const name = new Uint8Array(directory.buffer, at + DIRECTORY_BYTES, nameBytes);
  return {
    path: new TextDecoder().decode(name),
    flags: directory.getUint16(at + 8, true),
    method: directory.getUint16(at + 10, true),
    packed: directory.getUint32(at + 20, true),
    bytes: directory.getUint32(at + 24, true),
    start: directory.getUint32(at + 42, true),
    length:
      DIRECTORY_BYTES +
      nameBytes +
      directory.getUint16(at + 30, true) +
      directory.getUint16(at + 32, true),
  };
}

function guard(entry: Listed): void {
  if (entry.flags & 1) throw new UnreadableFile("zipEncrypted", { file: entry.path });
  if (entry.bytes > LIMITS.entryBytes) throw new UnreadableFile("zipBomb", { file: entry.path });
  if (isTooDense(entry.bytes, entry.packed)) {
    throw new UnreadableFile("zipBomb", { file: entry.path });
  }
}

function isTooDense(bytes: number, packed: number): boolean {
  return bytes > LIMITS.ratioFrom && bytes > packed * LIMITS.ratio;
}

function inflate(file: Blob, entry: Listed): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { path, method, bytes } = entry;
  if (method !== 0 && method !== 8) throw new UnreadableFile("zipMethod", { file: path });
  return unpackStream({
    path,
    bytes,
    open: () => packedBytes(file, entry),
    start: (give) => {
      if (method === 0) return give;
      const inflater = new Inflate(give);
      return (piece) => inflater.push(piece);
    },
  });
}

async function packedBytes(file: Blob, entry: Listed): Promise<ReadableStream<Uint8Array>> {
  const local = await view(file, entry.start, entry.start + LOCAL_BYTES);
  if (local.byteLength < LOCAL_BYTES || local.getUint32(0, true) !== LOCAL) {
    throw new UnreadableFile("zipDamaged", { file: entry.path });
  }
  const start = entry.start + LOCAL_BYTES + local.getUint16(26, true) + local.getUint16(28, true);
  return file.slice(start, start + entry.packed).stream();
}

async function view(file: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await file.slice(from, to).arrayBuffer());
}
