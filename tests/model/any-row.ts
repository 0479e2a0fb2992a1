import * as fc from "fast-check";
import * as z from "zod";

const anyInstant = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Values that a schema accepts, for every kind of schema the model uses; another kind throws. */
export function anyOf(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodOptional) return anyOf(schema.def.innerType);
  if (schema instanceof z.ZodObject) return anyObject(schema.def.shape);
  if (schema instanceof z.ZodArray) return fc.array(anyOf(schema.def.element), { maxLength: 3 });
  if (schema instanceof z.ZodRecord) {
    const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,12}$/);
    return fc.dictionary(key, anyOf(schema.def.valueType), { maxKeys: 3 });
  }
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.def.options.map(anyOf));
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...Object.values(schema.def.entries));
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.def.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return anyNumber(schema);
  if (schema instanceof z.ZodUUID) return fc.uuid({ version: 7 });
  if (schema instanceof z.ZodISODateTime) return anyInstant;
  if (schema instanceof z.ZodISODate) return anyInstant.map((text) => text.slice(0, 10));
  if (schema instanceof z.ZodString) return anyText(schema);
  if (schema instanceof z.ZodUnknown) return fc.jsonValue();
  if (schema instanceof z.ZodCustom) return fc.constant(new Blob(["a page of a curriculum"]));
  throw new Error(`no values known for a schema of type ${schema._zod.def.type}`);
}

/** An object with every required key, and any choice of the optional ones. */
function anyObject(shape: z.core.$ZodShape): fc.Arbitrary<Record<string, unknown>> {
  const required = Object.keys(shape).filter((key) => !(shape[key] instanceof z.ZodOptional));
  const model = Object.fromEntries(Object.entries(shape).map(([key, one]) => [key, anyOf(one)]));
  return fc.record(model, { requiredKeys: required });
}

function anyNumber(schema: z.ZodNumber): fc.Arbitrary<number> {
  const min = Math.max(schema.minValue ?? -1e6, -1e6);
  const max = Math.min(schema.maxValue ?? 1e6, 1e6);
  const whole = schema.format === "safeint";
  if (whole) return fc.integer({ min: schema.safeParse(min).success ? min : min + 1, max });
  return fc.double({ min, max, noNaN: true });
}

function anyText(schema: z.ZodString): fc.Arbitrary<string> {
  const pattern = schema.def.checks?.find((check) => check instanceof z.core.$ZodCheckRegex);
  if (pattern) return fc.stringMatching(pattern._zod.def.pattern);
  return fc.string({ minLength: schema.minLength ?? 0, maxLength: 40, unit: "grapheme" });
}
