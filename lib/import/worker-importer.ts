import { callsTo } from "@/lib/platform/worker-call";
import type { Progress } from "./plan";
import type { ImportPort } from "./port";

/**
 * The import screen's port: its worker starts at the first call and ends with `close`. `hold` keeps the lists
 * behind the screen as they are until released: they are read again once at the end, not after every part.
 */
export function createWorkerImporter(
  hold: () => () => void,
  db = "rapport",
): ImportPort & { close(): void } {
  async function quietly<T>(work: () => Promise<T>): Promise<T> {
    const release = hold();
    try {
      return await work();
    } finally {
      release();
    }
  }
  let worker: Worker | undefined;
  let call: ReturnType<typeof callsTo<Progress>> | undefined;
  const ask: ReturnType<typeof callsTo<Progress>> = (name, args, onProgress) => {
    worker ??= new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    call ??= callsTo<Progress>(worker);
    return call(name, { db, ...(args as object) }, onProgress);
  };
  return {
    open: (files) => ask("open", { files }),
    plan: (choices, onProgress) => ask("plan", { choices }, onProgress),
    lines: (wanted) => ask("lines", wanted),
    run: (choices, onProgress) => quietly(() => ask("run", { choices }, onProgress)),
    undo: (id, onProgress) => quietly(() => ask("undo", { id }, onProgress)),
    history: () => ask("history", {}),
    cancel: () => ask("cancel", {}),
    close() {
      worker?.terminate();
      worker = undefined;
      call = undefined;
    },
  };
}
