import { zValidator } from "@hono/zod-validator";
import type { ValidationTargets } from "hono";
import { resolver, uniqueSymbol } from "hono-openapi";
import type * as z from "zod";
import { ApiError } from "./api-error";

/**
 * A route's input by its schema, described in OpenAPI at once; what does not fit is `bad-request`.
 * `first` is told of the value before a fault of its shape is, and may throw.
 */
export function input<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
  first: (value: unknown) => void = () => undefined,
) {
  const middleware = zValidator(target, schema, (result) => {
    first(result.data);
    if (result.success) return;
    const [issue] = result.error.issues;
    throw new ApiError("bad-request", {
      where: [target, ...(issue?.path ?? [])].join("."),
      why: issue?.message ?? "",
    });
  });
  return Object.assign(middleware, { [uniqueSymbol]: { target, ...resolver(schema) } });
}
