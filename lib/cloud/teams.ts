import * as z from "zod";
import { ROLES, type Role } from "@/lib/model/role";
import { AppError } from "@/lib/platform/app-error";
import { answerOf } from "./answer";
import { createApi, type Fetch } from "./api";
import type { CloudSession } from "./session";

/** What the server says of workspaces, and what it is asked to do with a team. */

const role = z.enum(ROLES);
const workspace = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["personal", "team"]),
  role,
});
export type Workspace = z.infer<typeof workspace>;

const member = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  since: z.string(),
  isYou: z.boolean(),
});
export type Member = z.infer<typeof member>;

const invitation = z.object({ id: z.string(), email: z.string(), role, expiresAt: z.string() });
const openInvitation = invitation.extend({ isExpired: z.boolean() });
export type Invitation = z.infer<typeof openInvitation>;

/** Without a mail key on the server there is a link to hand over instead of a letter. */
const sent = z.object({ invitation, mailed: z.boolean(), link: z.url().optional() });
export type SentInvitation = z.infer<typeof sent>;

const historyEntry = z.object({
  at: z.string(),
  action: z.string(),
  by: z.string().nullable(),
  detail: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

const done = z.object({ ok: z.literal(true) });

export type Teams = ReturnType<typeof createTeams>;

const of = (id: string) => ({ workspace: id });

/** @throws AppError: why it could not be done, or that nobody is signed in. */
export function createTeams(session: Pick<CloudSession, "currentSession">, fetch?: Fetch) {
  async function v1() {
    const current = await session.currentSession();
    if (!current) throw new AppError("not-signed-in");
    return createApi(current.server, current.token, fetch).v1;
  }
  const space = async () => (await v1()).w[":workspace"];

  return {
    async list(): Promise<Workspace[]> {
      const shape = z.object({ workspaces: z.array(workspace) });
      return (await answerOf((await v1()).workspaces.$get(), shape)).workspaces;
    },
    async create(name: string): Promise<Workspace> {
      return answerOf((await v1()).workspaces.$post({ json: { name } }), workspace);
    },
    async rename(id: string, name: string): Promise<void> {
      await answerOf((await space()).$patch({ param: of(id), json: { name } }), done);
    },
    async remove(id: string): Promise<void> {
      await answerOf((await space()).$delete({ param: of(id) }), done);
    },
    async leave(id: string): Promise<void> {
      await answerOf((await space()).leave.$post({ param: of(id) }), done);
    },
    async members(id: string): Promise<Member[]> {
      const shape = z.object({ members: z.array(member) });
      return (await answerOf((await space()).members.$get({ param: of(id) }), shape)).members;
    },
    async changeRole(id: string, memberId: string, to: Role): Promise<void> {
      const one = (await space()).members[":member"];
      const param = { ...of(id), member: memberId };
      await answerOf(one.$patch({ param, json: { role: to } }), done);
    },
    async removeMember(id: string, memberId: string): Promise<void> {
      const one = (await space()).members[":member"];
      await answerOf(one.$delete({ param: { ...of(id), member: memberId } }), done);
    },
    async invitations(id: string): Promise<Invitation[]> {
      const shape = z.object({ invitations: z.array(openInvitation) });
      const asked = (await space()).invitations.$get({ param: of(id) });
      return (await answerOf(asked, shape)).invitations;
    },
    async invite(id: string, json: { email: string; role: Role }): Promise<SentInvitation> {
      return answerOf((await space()).invitations.$post({ param: of(id), json }), sent);
    },
    async resend(id: string, invitationId: string): Promise<SentInvitation> {
      const one = (await space()).invitations[":invitation"];
      const param = { ...of(id), invitation: invitationId };
      return answerOf(one.resend.$post({ param }), sent);
    },
    async revoke(id: string, invitationId: string): Promise<void> {
      const one = (await space()).invitations[":invitation"];
      await answerOf(one.$delete({ param: { ...of(id), invitation: invitationId } }), done);
    },
    async history(id: string): Promise<HistoryEntry[]> {
      const shape = z.object({ entries: z.array(historyEntry) });
      return (await answerOf((await space()).history.$get({ param: of(id) }), shape)).entries;
    },
  };
}
