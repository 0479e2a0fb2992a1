import type { Database } from "sql.js";

/**
 * SQLite itself, in plain JavaScript: WebAssembly would need `wasm-unsafe-eval` in the extension's content
 * security policy, and this build needs nothing. It is a megabyte and a half, so it is loaded when asked for.
 */
export async function openSqlite(bytes?: Uint8Array): Promise<Database> {
  const { default: start } = await import("sql.js/dist/sql-asm-memory-growth.js");
  const { Database } = await start();
  return new Database(bytes);
}
