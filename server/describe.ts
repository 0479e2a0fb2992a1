import { describeRoute, resolver } from "hono-openapi";
import type * as z from "zod";
import { errorBody, statusOf, type ApiErrorCode } from "./api-error";

/** What OpenAPI says of a route: one sentence, what it answers, and the errors it may give. */
export function describe(
  tag: string,
  summary: string,
  answer: z.ZodType,
  errors: readonly ApiErrorCode[] = [],
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
        description: "Done",
        content: { "application/json": { schema: resolver(answer) } },
      },
      ...Object.fromEntries(failures),
    },
  });
}
