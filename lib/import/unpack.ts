import { UnreadableFile } from "./problem";

type Chunk = Uint8Array<ArrayBuffer>;

type Packed = {
  path: string;
  open: () => Promise<ReadableStream<Uint8Array>>;
  /** The unpacking itself: takes bytes, gives chunks. */
  start: (give: (chunk: Uint8Array) => void) => (bytes: Uint8Array) => void;
  /** What must come out. */
  bytes: number;
};

/** Deflate packs 1,032 to 1 at best: what one push of this many bytes can give is known. */
const PUSH_BYTES = 16_384;

/** Unpacks as it is read, and holds the file to what it promised. @throws UnreadableFile */
export function unpackStream({ path, open, start, bytes }: Packed): ReadableStream<Chunk> {
  let source: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let ready: Chunk[] = [];
  let seen = 0;
  const push = start((chunk) => {
    seen += chunk.byteLength;
    // More than the file promised: it lied, and what it promised is all that was checked.
    if (seen > bytes) throw new UnreadableFile("zipBomb", { file: path });
    if (chunk.byteLength > 0) ready.push(chunk as Chunk);
  });

  return new ReadableStream({
    async pull(controller) {
      source ??= (await open()).getReader();
      while (ready.length === 0) {
        const { done, value } = await source.read();
        if (done) {
          if (seen !== bytes) throw new UnreadableFile("zipDamaged", { file: path });
          controller.close();
          return;
        }
        feed(push, value, path);
      }
      for (const chunk of ready) controller.enqueue(chunk);
      ready = [];
    },
    async cancel(reason) {
      await source?.cancel(reason);
    },
  });
}

function feed(push: (bytes: Uint8Array) => void, bytes: Uint8Array, path: string): void {
  try {
    for (let at = 0; at < bytes.length; at += PUSH_BYTES) {
      push(bytes.subarray(at, at + PUSH_BYTES));
    }
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    throw new UnreadableFile("zipDamaged", { file: path }, { cause });
  }
}
