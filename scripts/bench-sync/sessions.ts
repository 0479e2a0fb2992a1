import type { Session } from "@/lib/cloud/session";
import { createAccount } from "../account";

let people = 0;

export const ADDRESS_HEADER = "x-bench-address";

/** Devices of one new person, paired as devices are; `server` is where their pages will find the API. */
export async function pairedSessions(
  api: string,
  server: string,
  name: string,
  count: number,
): Promise<Session[]> {
  // Limits count by address: with this header named to the API, each person comes from one of their own.
  const account = await createAccount(api, name, {
    [ADDRESS_HEADER]: `198.18.${++people >> 8}.${people & 255}`,
  });
  const sessions: Session[] = [];
  for (let device = 0; device < count; device++) {
    const post = async (path: string, body: unknown) => {
      const answer = await account.ask(path, { method: "POST", body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json() as Promise<Record<string, never>>;
    };
    const started = await post("/v1/pair/start", { device_name: `${name} ${device}` });
    await post("/v1/pair/approve", { user_code: started["user_code"] });
    const paired = (await post("/v1/pair/poll", {
      device_code: started["device_code"],
    })) as unknown as {
      access_token: string;
      device_id: string;
      user: Session["user"];
      workspaces: { id: string }[];
    };
    sessions.push({
      server,
      token: paired.access_token,
      deviceId: paired.device_id,
      user: paired.user,
      workspaceId: paired.workspaces[0]?.id ?? "",
      connectedAt: new Date().toISOString(),
    });
  }
  return sessions;
}
