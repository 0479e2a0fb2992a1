import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { bridge } from "@/lib/platform/bridge";

/** Does it, then reads anew; what went wrong is said. True when it was done. */
export async function act(
  work: () => Promise<unknown>,
  after?: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work();
    await after?.();
    return true;
  } catch (error) {
    await say(sentenceOf(error));
    return false;
  }
}

/** Asks the server now: what was just done there is to be seen here. */
export async function refreshTeams(): Promise<void> {
  await bridge.sendMessage("syncNow", { because: "person" });
}
