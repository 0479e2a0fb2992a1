import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";

export type ApiProcess = { url: string; pid: number; stop: () => Promise<void> };

/** The API in a process of its own, on an embedded database in `dataDir`. Resolves once it answers. */
export function startApiProcess(
  dataDir: string,
  port = 0,
  env: Record<string, string> = {},
): Promise<ApiProcess> {
  mkdirSync(dataDir, { recursive: true });
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "server/node.ts", "--port", String(port), "--data", dataDir],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } },
  );
  const gone = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await gone;
  };
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const url = /answers at (http\S+)/.exec(said)?.[1];
      if (url) resolve({ url, pid: child.pid ?? 0, stop });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void gone.then(() => reject(new Error(`The API did not start: ${said.trim()}`)));
  });
}
