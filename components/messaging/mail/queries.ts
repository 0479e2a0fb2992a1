import { useQuery, useQueryClient } from "@tanstack/react-query";
import { cloudSession } from "@/lib/cloud/extension-session";
import { createMailApi, type MailApi } from "@/lib/cloud/mail-api";
import type { FarewellTime } from "@/lib/messaging/mail/farewell";
import { mailsWith, openMails, readFarewellTime, readHours } from "@/lib/messaging/store/mails";
import { neverReason, refreshNever } from "@/lib/messaging/store/never";
import { AppError } from "@/lib/platform/app-error";
import { bridge } from "@/lib/platform/bridge";

/** The server as the one who asks stands with it. @throws AppError("not-signed-in") */
export async function mailApi(): Promise<MailApi> {
  const session = await cloudSession.currentSession();
  if (!session) throw new AppError("not-signed-in");
  return createMailApi(session);
}

/** What the server has for this person; null without a server. */
export function useMailOverview() {
  return useQuery({
    queryKey: ["mail", "overview"],
    queryFn: async () => {
      const session = await cloudSession.currentSession();
      return session ? createMailApi(session).overview() : null;
    },
    // Consent is given in another tab: what came of it is there when one comes back.
    refetchOnWindowFocus: "always",
    staleTime: 30_000,
    retry: false,
  });
}

/** After the server has written into the notebook, it is fetched at once. */
export async function afterMail(queries: ReturnType<typeof useQueryClient>): Promise<void> {
  await bridge.sendMessage("syncNow", { because: "person" }).catch(() => undefined);
  await queries.invalidateQueries({ queryKey: ["mail"] });
}

export function useOpenMails() {
  return useQuery({ queryKey: ["messages", "open-mails"], queryFn: () => openMails() }).data ?? [];
}

export function useMailsWith(personId: string) {
  return (
    useQuery({ queryKey: ["messages", "mails", personId], queryFn: () => mailsWith(personId) })
      .data ?? []
  );
}

export function useHours() {
  return useQuery({ queryKey: ["settings", "hours"], queryFn: () => readHours() }).data;
}

/** When a mail ends with the line about writing no more. */
export function useFarewellTime(): FarewellTime {
  const query = useQuery({ queryKey: ["settings", "farewell"], queryFn: () => readFarewellTime() });
  return query.data ?? "selling";
}

/** Why nobody writes to this address; what is known here first, then what the server says. */
export function useNever(address: string | undefined): string | undefined {
  const queries = useQueryClient();
  const key = ["_meta", "never", address];
  return (
    useQuery({
      queryKey: key,
      queryFn: async () => {
        const known = address ? await neverReason(address) : undefined;
        void refreshNever().then((isNew) =>
          isNew ? queries.invalidateQueries({ queryKey: key }) : undefined,
        );
        return known ?? null;
      },
    }).data ?? undefined
  );
}
