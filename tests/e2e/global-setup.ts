import { execFileSync } from "node:child_process";

/** One build for the whole run; `RAPPORT_BUILT=1` says that it has just been made. */
export default function globalSetup(): void {
  if (process.env["RAPPORT_BUILT"]) return;
  execFileSync(process.execPath, ["node_modules/wxt/bin/wxt.mjs", "build"], { stdio: "inherit" });
}
