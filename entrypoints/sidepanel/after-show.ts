import { askToKeep } from "@/lib/account/store";
import { stayInStep } from "@/lib/cloud/extension-screen";
import type { Draft } from "@/lib/contacts/drafts";
import { rescueDrafts } from "@/lib/contacts/store";
import { openPersonal } from "@/lib/data/db";
import { backUpWhenIdle } from "@/lib/export/when-idle";
import { hearHints } from "@/lib/workspaces/hear-hints";

/** What the panel does once it is shown, and nobody waits for. */
export function afterShow({ drafts }: { drafts: readonly Draft[] }): void {
  void rescueDrafts(drafts);
  void askToKeep();
  void hearHints();
  stayInStep();
  backUpWhenIdle(openPersonal());
}
