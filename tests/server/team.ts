import type { Role } from "@/lib/model/role";
import type { Ground } from "./ground";

export type Connected = Awaited<ReturnType<Ground["connect"]>>;

/** Calls as one device makes them; a body goes as JSON. */
export function callsOf(ground: Ground, { bearer }: Pick<Connected, "bearer">) {
  return (method: string, path: string, body?: unknown) =>
    ground.ask(path, {
      method,
      headers: { ...bearer, "content-type": "application/json" },
      ...(body !== undefined && method !== "GET" && { body: JSON.stringify(body) }),
    });
}

export type Member = { id: string; email: string; role: Role; isYou: boolean };

/** A team of `owner`, with what one asks about it in every test. */
export async function foundTeam(ground: Ground, owner: Connected, name = "Hiring") {
  const call = callsOf(ground, owner);
  const made = (await (await call("POST", "/v1/workspaces", { name })).json()) as { id: string };
  const base = `/v1/w/${made.id}`;
  return {
    id: made.id,
    base,
    call: (method: string, path: string, body?: unknown) => call(method, `${base}${path}`, body),
    async members(): Promise<Member[]> {
      return (await (await call("GET", `${base}/members`)).json()).members;
    },
    /** Gives the link, as a server without mail does. */
    async invite(email: string, role: Role = "recruiter") {
      const answer = await call("POST", `${base}/invitations`, { email, role });
      const { invitation, link } = (await answer.json()) as {
        invitation: { id: string };
        link: string;
      };
      return { id: invitation.id, link, code: new URL(link).searchParams.get("code") ?? "" };
    },
  };
}

export function answerInvitation(
  ground: Ground,
  cookie: string,
  code: string,
  decision: "accept" | "decline",
) {
  return ground.form("/invite", { code, decision }, { cookie });
}
