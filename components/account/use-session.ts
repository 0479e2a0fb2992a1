import { useEffect, useState } from "react";
import { cloudSession, watchSession } from "@/lib/cloud/extension-session";
import type { Session } from "@/lib/cloud/session";

/** Who this device is connected as: undefined while nobody has looked, null when it is not. */
export function useSession(): Session | null | undefined {
  const [session, setSession] = useState<Session | null>();
  useEffect(() => {
    let isGone = false;
    void cloudSession.currentSession().then((found) => isGone || setSession(found ?? null));
    const stop = watchSession((next) => setSession(next ?? null));
    return () => {
      isGone = true;
      stop();
    };
  }, []);
  return session;
}
