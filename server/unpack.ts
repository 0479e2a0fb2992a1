import { createMiddleware } from "hono/factory";
import { LIMITS } from "@/lib/sync/change";
import { ApiError } from "./api-error";
import type { AppEnv } from "./app-env";
import { TooLarge, type Gunzip } from "./gunzip";

/** A body on the wire; what comes out of it may be four times that and no more. */
const WIRE_BYTES = 1_000_000;
const PLAIN_BYTES = LIMITS.bodyBytes;

/** Reads a plain or gzipped body up to its limits, and puts the plain one in the request's place. */
export const unpack = createMiddleware<AppEnv>(async (c, next) => {
  const { raw } = c.req;
  const encoding = (c.req.header("content-encoding") ?? "identity").toLowerCase();
  if (encoding !== "gzip" && encoding !== "identity") throw new ApiError("unsupported-encoding");
  const zipped = encoding === "gzip";
  const wireLimit = zipped ? WIRE_BYTES : PLAIN_BYTES;
  const told = Number(c.req.header("content-length") ?? Number.NaN);
  if (told > wireLimit) tooLarge(wireLimit);
  if (raw.body) {
    // No more than was told comes through the server before this: read in one piece, it is here twice as soon.
    const wire = Number.isNaN(told)
      ? await gather(raw.body.pipeThrough(limited(wireLimit)))
      : new Uint8Array(await raw.arrayBuffer());
    const body = zipped ? await opened(wire, c.var.deps.gunzip) : wire;
    const headers = new Headers(raw.headers);
    headers.delete("content-encoding");
    headers.delete("content-length");
    c.req.raw = new Request(raw.url, { method: raw.method, headers, body });
  }
  await next();
});

async function opened(
  wire: Uint8Array<ArrayBuffer>,
  gunzip: Gunzip | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (gunzip) return await gunzip(wire, PLAIN_BYTES);
    const plain = new Blob([wire]).stream().pipeThrough(new DecompressionStream("gzip"));
    return await gather(plain.pipeThrough(limited(PLAIN_BYTES)));
  } catch (error) {
    if (error instanceof ApiError) throw error;
    if (error instanceof TooLarge) tooLarge(PLAIN_BYTES);
    throw new ApiError("bad-request", { where: "gzip" }, { cause: error });
  }
}

/** Stops at the first byte too many: a zip bomb is never unfolded. */
function limited(limit: number): TransformStream<Uint8Array, Uint8Array<ArrayBuffer>> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > limit) tooLarge(limit);
      controller.enqueue(chunk as Uint8Array<ArrayBuffer>);
    },
  });
}

async function gather(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
  );
}

function tooLarge(limit: number): never {
  throw new ApiError("body-too-large", { limit });
}
