import type { ValidationTargets } from "hono";
import { validator } from "hono-openapi";
import type * as z from "zod";
import { ApiError } from "./api-error";

/** A route's input by its schema, described in OpenAPI at once; what does not fit is `bad-request`. */
export function input<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) {
  return validator(target, schema, (result) => {
    if (result.success) return;
    const [issue] = result.error;
    const path = issue?.path?.map((part) => (typeof part === "object" ? part.key : part)) ?? [];
    throw new ApiError("bad-request", {
      where: [target, ...path].join("."),
      why: issue?.message ?? "",
    });
  });
}
