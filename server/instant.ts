import { integer } from "drizzle-orm/sqlite-core";

/** A moment, kept in milliseconds. */
export const instant = (name: string) => integer(name, { mode: "timestamp_ms" });
