import type { MiddlewareHandler } from "hono";
import { LIMITS } from "@/lib/sync/change";
import { ApiError } from "./api-error";

/** A body on the wire; what comes out of it may be four times that and no more. */
const WIRE_BYTES = 1_000_000;
const PLAIN_BYTES = LIMITS.bodyBytes;

/** Reads a plain or gzipped body up to its limits, and puts the plain one in the request's place. */
export const unpack: MiddlewareHandler = async (c, next) => {
  const { raw } = c.req;
  const encoding = (c.req.header("content-encoding") ?? "identity").toLowerCase();
  if (encoding !== "gzip" && encoding !== "identity") throw new ApiError("unsupported-encoding");
  const zipped = encoding === "gzip";
  const wireLimit = zipped ? WIRE_BYTES : PLAIN_BYTES;
  if (Number(c.req.header("content-length") ?? 0) > wireLimit) tooLarge(wireLimit);
  if (raw.body) {
    const body = await plainBody(raw.body, zipped, wireLimit);
    const headers = new Headers(raw.headers);
    headers.delete("content-encoding");
    headers.delete("content-length");
    c.req.raw = new Request(raw.url, { method: raw.method, headers, body });
  }
  await next();
};

async function plainBody(
  body: ReadableStream<Uint8Array>,
  zipped: boolean,
  wireLimit: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const wire = body.pipeThrough(limited(wireLimit));
  if (!zipped) return gather(wire);
  const opened = wire
    .pipeThrough(new DecompressionStream("gzip"))
    .pipeThrough(limited(PLAIN_BYTES));
  try {
    return await gather(opened);
  } catch (error) {
    if (error instanceof ApiError) throw error;
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
