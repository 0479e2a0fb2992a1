import { clsx, type ClassValue } from "clsx";

/** Joins class names. Components take their look from `variant` and `size`; a caller adds layout only, so nothing has to be un-said. */
export function cn(...classes: ClassValue[]): string {
  return clsx(classes);
}
