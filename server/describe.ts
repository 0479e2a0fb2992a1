import { describeRoute, resolver } from "hono-openapi";
import type * as z from "zod";
import { LINES } from "@/lib/sync/page-wire";
import { errorBody, statusOf, type ApiErrorCode } from "./api-error";

/** How answers with rows in them travel: page-wire.ts. */
export const TWO_LINES = [LINES];
export const ONE_OR_TWO_LINES = ["application/json", LINES];

/** What OpenAPI says of a route: one sentence, what it answers, and the errors it may give. */
export function describe(
  tag: string,
  summary: string,
  answer: z.ZodType,
  errors: readonly ApiErrorCode[] = [],
  media: readonly string[] = ["application/json"],
) {
  const byStatus = new Map<number, ApiErrorCode[]>();
  for (const code of errors) {
    byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  }
  const failures = Array.from(byStatus, ([status, codes]) => [
    String(status),
    {
      description: codes.join(", "),
      content: { "application/json": { schema: resolver(errorBody) } },
    },
  ]);
  return describeRoute({
    tags: [tag],
    summary,
    responses: {
      200: {
        description: media.includes(LINES)
          ? "Done. Of two lines: the first; the second is the list of what its rows hold, in their order."
          : "Done",
        content: Object.fromEntries(media.map((type) => [type, { schema: resolver(answer) }])),
      },
      ...Object.fromEntries(failures),
    },
  });
}
