import { cloudSession, watchSession } from "@/lib/cloud/extension-session";
import { listen } from "@/lib/cloud/live";
import type { Session } from "@/lib/cloud/session";
import { bridge } from "@/lib/platform/bridge";
import { registry, watchTeams } from "./extension-registry";
import type { KnownTeam } from "./registry";

/**
 * Hints for every workspace of this profile while a screen of ours is open: of several screens one listens, and
 * when it closes another takes over. The background is told, and pulls.
 */
export async function listenWhileOpen(locks: LockManager = navigator.locks): Promise<void> {
  await locks.request("rapport-live", async () => {
    const open = new Map<string, () => void>();
    let session: Session | undefined;
    let teams: KnownTeam[] = [];

    function follow(): void {
      const own = teams.filter(({ userId }) => userId === session?.user.id);
      const wanted = new Set(session ? [session.workspaceId, ...own.map(({ id }) => id)] : []);
      for (const [workspaceId, stop] of open) {
        if (wanted.has(workspaceId)) continue;
        stop();
        open.delete(workspaceId);
      }
      for (const workspaceId of wanted) {
        if (!session || open.has(workspaceId)) continue;
        const onHint = (seq: number) =>
          void bridge.sendMessage("syncNow", { because: "hint", workspaceId, seq });
        open.set(workspaceId, listen({ session, workspaceId, onHint }));
      }
    }

    watchSession((next) => {
      // Another token is another connection.
      for (const stop of open.values()) stop();
      open.clear();
      session = next;
      follow();
    });
    watchTeams((next) => {
      teams = next;
      follow();
    });
    session = await cloudSession.currentSession();
    teams = await registry.teams();
    follow();
    // Held until the screen is gone.
    await new Promise(() => undefined);
  });
}
