import type { Database } from "@/server/database";
import { newClientId } from "@/lib/sync/clock";
import type { Letter } from "@/server/mail";
import type { Role } from "@/lib/model/role";
import { ORIGIN } from "./origin";

type Headers = Record<string, string>;
type Form = (path: string, fields: Headers, headers?: Headers) => Promise<Response>;
type Reached = {
  ask: (path: string, init?: RequestInit) => Response | Promise<Response>;
  database: Database;
  clock: { readonly now: number };
  /** The first three numbers of the addresses from which people call. */
  street: string;
  signIn: (form: Form, email: string, address: Headers) => Promise<string>;
};

/** Those who call a server under test, by whatever way it is reached. */
export function callers({ ask, database, clock, street, signIn: enter }: Reached) {
  const post = async (path: string, json: unknown, headers: Headers = {}) =>
    ask(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(json),
    });
  const form: Form = async (path, fields, headers = {}) =>
    ask(path, {
      method: "POST",
      headers: { origin: ORIGIN, ...headers },
      body: new URLSearchParams(fields),
    });

  // Limits count by address: each person of a test has one of their own.
  let addresses = 0;
  const newAddress = () => ({ "x-test-address": `${street}.${++addresses}` });

  /** Gives the cookie. */
  const signIn = (email: string): Promise<string> => enter(form, email, newAddress());

  /** A device of `email`, paired the way people do it. */
  async function connect(email: string, name = "Test browser") {
    const cookie = await signIn(email);
    const address = newAddress();
    const started = await (await post("/v1/pair/start", { device_name: name }, address)).json();
    await post("/v1/pair/approve", { user_code: started.user_code }, { cookie, origin: ORIGIN });
    const polled = await (await post("/v1/pair/poll", { device_code: started.device_code })).json();
    const bearer = { authorization: `Bearer ${polled.access_token}` };
    return {
      cookie,
      bearer,
      cid: newClientId(),
      deviceId: String(polled.device_id),
      userId: String(polled.user.id),
      workspace: String(polled.workspaces[0].id),
    };
  }

  async function addMember(workspaceId: string, userId: string, role: Role): Promise<void> {
    await database.write([
      {
        sql: "insert or replace into member (workspace_id, user_id, role, created_at) values (?, ?, ?, ?)",
        args: [workspaceId, userId, role, clock.now],
      },
    ]);
  }

  return { post, form, signIn, connect, addMember };
}

export function codeIn(letter: Letter | undefined): string {
  return /\b\d{6}\b/.exec(letter?.text ?? "")?.[0] ?? "";
}

export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
