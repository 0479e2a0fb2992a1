import { randomUUID } from "node:crypto";
import { sql } from "@/server/database";
import { openGround, ORIGIN, type Ground } from "../server/ground";
import { created, pushOf } from "../server/push-body";
import { spaceOf } from "../server/space";
import { openWorld, type World } from "./fakes/world";

export type MailGround = Awaited<ReturnType<typeof openMailGround>>;
type Device = Awaited<ReturnType<Ground["connect"]>>;

/** A server in a world of mail services, with a person who has a device, and somebody to write to. */
export async function openMailGround(env: Record<string, string> = {}) {
  let ground: Ground | undefined;
  const world: World = await openWorld(() => ground?.clock.now ?? 0);
  ground = await openGround({
    env: { ...world.env, ...env },
    letters: () => world.resend.letters,
  });
  const g = ground;
  // A Tuesday, 10:00 in Paris.
  g.clock.now = Date.UTC(2026, 8, 1, 8);
  const ida = await g.connect("ida@norling.example");
  const personId = await addPerson(g, ida, { fullName: "Bo Lind", email: "bo@lind.example" });
  const base = `/v1/w/${ida.workspace}`;

  const ask = (path: string, method = "GET", json?: unknown, device: Device = ida) =>
    g.ask(`/v1/w/${device.workspace}${path}`, {
      method,
      headers: { ...device.bearer, "content-type": "application/json" },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    });

  /** Through the pages, as a browser goes; gives the last page. */
  async function consent(provider: "gmail" | "outlook", device: Device = ida): Promise<Response> {
    const begun = (await (
      await ask("/mailboxes/consent", "POST", { provider }, device)
    ).json()) as { url: string };
    const headers = { cookie: device.cookie };
    const out = await g.ask(begun.url.replace(ORIGIN, ""), { headers });
    const back = await fetch(out.headers.get("location")!, { redirect: "manual" });
    return g.ask(back.headers.get("location")!.replace(ORIGIN, ""), { headers });
  }

  async function mailboxes(device: Device = ida) {
    return (await (await ask("/mailboxes", "GET", undefined, device)).json()) as {
      ways: { provider: string; missing: string[] }[];
      shared?: string;
      mailboxes: {
        id: string;
        address: string;
        provider: string;
        problem?: string;
        canRead: boolean;
        sentToday: number;
        hook?: string;
      }[];
    };
  }

  async function connected(provider: "gmail" | "outlook"): Promise<string> {
    await consent(provider);
    const list = (await mailboxes()).mailboxes;
    return list.find((one) => one.provider === provider)!.id;
  }

  const mail = (mailbox: string, more: Record<string, unknown> = {}) => ({
    id: randomUUID(),
    personId,
    mailbox,
    to: { address: "bo@lind.example", name: "Bo Lind" },
    subject: "Lunch?",
    text: "Would Thursday do?",
    html: "<p>Would Thursday do?</p>",
    content: "Would Thursday do?",
    format: "text",
    language: "en",
    createdAt: new Date(g.clock.now).toISOString(),
    zone: "Europe/Paris",
    ...more,
  });

  return {
    ...g,
    world,
    ida,
    personId,
    base,
    api: ask,
    consent,
    mailboxes,
    connected,
    mail,
    send: (body: object, device: Device = ida) => ask("/mails", "POST", body, device),
    /** Lets time pass and does what is due. */
    async pass(ms: number) {
      g.clock.now += ms;
      await g.run();
    },
    async rows(tbl: string, device: Device = ida) {
      const page = await spaceOf(g, device).pull(0);
      return page.rows.filter((row) => row.tbl === tbl).map(({ id, data }) => ({ ...data, id }));
    },
    async message(id: string) {
      return (await this.rows("messages")).find((row) => row.id === id) as
        | Record<string, unknown>
        | undefined;
    },
    async delivery(id: string) {
      const [rows] = await g.database.read([
        sql("select * from email_delivery where message_id = ?", id),
      ]);
      return rows?.[0];
    },
    async close() {
      await g.close();
      await world.close();
    },
  };
}

let records = 0;

export async function addPerson(
  ground: Ground,
  device: Device,
  fields: Record<string, string | boolean>,
): Promise<string> {
  const cid = `people${(records += 1)}`;
  const row = created(cid, { createdAt: "2026-08-01T00:00:00.000Z", ...fields });
  await spaceOf(ground, device).push(pushOf(cid, [row]));
  return row.id;
}
