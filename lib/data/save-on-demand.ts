import type { save as saveNow } from "./save";

/**
 * `save`, fetched when something is first written: a screen that opens loads neither it nor the schemas it checks
 * by. Never inside a transaction of one's own, which would end while it is fetched: there it is `./save`.
 */
export const save: typeof saveNow = async (...args) => {
  const fetched = await import("./save");
  return fetched.save(...args);
};
