import { bridge } from "@/lib/platform/bridge";
import { cloudSession, watchSession } from "./extension-session";
import { listen } from "./live";
import type { Session } from "./session";

/**
 * Hints for this profile while a screen of ours is open: of several screens one listens, and when it closes
 * another takes over. The background is told, and pulls.
 */
export async function listenWhileOpen(locks: LockManager = navigator.locks): Promise<void> {
  await locks.request("rapport-live", async () => {
    let stop: (() => void) | undefined;
    const follow = (session: Session | undefined) => {
      stop?.();
      stop = session && listen({ session, workspaceId: session.workspaceId, onHint });
    };
    follow(await cloudSession.currentSession());
    watchSession(follow);
    // Held until the screen is gone.
    await new Promise(() => undefined);
  });
}

function onHint(seq: number): void {
  void bridge.sendMessage("syncNow", { because: "hint", seq });
}
