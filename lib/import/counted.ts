type Bytes = Uint8Array<ArrayBuffer>;

/** Small enough that a file of a megabyte shows how far it is, and not only that it has been read. */
const SLICE = 64_000;

/** The same bytes in slices, counted as they are taken: what has been read ahead is not done yet. */
export function counted(
  stream: ReadableStream<Bytes>,
  onBytes: (bytes: number) => void,
): ReadableStream<Bytes> {
  const reader = stream.getReader();
  let chunk: Bytes | undefined;
  let at = 0;
  return new ReadableStream<Bytes>(
    {
      async pull(controller) {
        while (!chunk || at >= chunk.byteLength) {
          const { value, done } = await reader.read();
          if (done) return controller.close();
          chunk = value;
          at = 0;
        }
        const slice = chunk.subarray(at, at + SLICE);
        at += slice.byteLength;
        onBytes(slice.byteLength);
        controller.enqueue(slice);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
