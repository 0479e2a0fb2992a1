import { openDb, type RapportDb } from "@/lib/data/db";
import { registry } from "@/lib/workspaces/extension-registry";

/** What is captured goes to the workspace that the screens show. */
export async function chosenDb(): Promise<RapportDb> {
  return openDb(await registry.chosen());
}
