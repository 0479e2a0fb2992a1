import { readdirSync, readFileSync } from "node:fs";

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;

/**
 * Milliseconds of processor that this process and those of the browsers with profiles in this folder have had. On a
 * machine that others use too, it says more than the clock on the wall. Undefined where there is no /proc.
 */
export function processorTime(folder: string): number | undefined {
  const { user, system } = process.cpuUsage();
  let sum = (user + system) / 1000;
  try {
    for (const pid of readdirSync("/proc")) if (/^\d+$/.test(pid)) sum += timeOf(pid, folder);
  } catch {
    return undefined;
  }
  return sum;
}

function timeOf(pid: string, folder: string): number {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(folder)) return 0;
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return TICK_MS * (Number(fields[11]) + Number(fields[12]));
  } catch {
    // It ended in between.
    return 0;
  }
}
