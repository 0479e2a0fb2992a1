import { fold } from "@/lib/contacts/fold";
import type { Json } from "@/lib/sync/json";

export type ItemValue = { [key: string]: Json };

/** Whether two entries of a list are about the same thing. What a list is not named for is told apart by its title. */
export function isSameItem(list: string, a: ItemValue, b: ItemValue): boolean {
  if (list === "skills" || list === "languages") return alike(a, b, "name");
  if (list === "certifications") return alike(a, b, "name") && near(a, b, "issuer");
  if (list === "education") return alike(a, b, "school") && near(a, b, "degree") && sameYear(a, b);
  if (list === "experience") {
    return alike(a, b, "title") && alike(a, b, "company") && sameYear(a, b);
  }
  if (list === "recommendations") {
    return a.direction === b.direction && alike(a, b, "author") && near(a, b, "text");
  }
  return alike(a, b, "title") && near(a, b, "organization") && sameYear(a, b);
}

function alike(a: ItemValue, b: ItemValue, field: string): boolean {
  return text(a, field) === text(b, field);
}

/** Equal, one missing, or one the beginning of the other: pages and exports cut and lengthen. */
function near(a: ItemValue, b: ItemValue, field: string): boolean {
  const [x, y] = [text(a, field), text(b, field)];
  return x.startsWith(y) || y.startsWith(x);
}

function sameYear(a: ItemValue, b: ItemValue): boolean {
  const [x, y] = [yearOf(a), yearOf(b)];
  return x === undefined || y === undefined || x === y;
}

function yearOf({ startDate }: ItemValue): Json | undefined {
  return startDate && typeof startDate === "object" && !Array.isArray(startDate)
    ? startDate.year
    : undefined;
}

function text(value: ItemValue, field: string): string {
  const held = value[field];
  return typeof held === "string" ? fold(held) : "";
}
