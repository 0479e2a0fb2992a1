import { Hono } from "hono";

const TYPES: Record<string, number> = { A: 1, MX: 15, TXT: 16, AAAA: 28 };

/** A resolver that speaks DNS over HTTPS in JSON. Zones are `"name TYPE": records`; a number is a failure's status. */
export function fakeDns(zone: Record<string, string[] | number>) {
  const app = new Hono();
  app.get("/dns-query", (c) => {
    const name = (c.req.query("name") ?? "").toLowerCase();
    const type = c.req.query("type") ?? "A";
    const records = zone[`${name} ${type}`];
    if (typeof records === "number") return c.json({ Status: records });
    if (!records) return c.json({ Status: 3, Question: [{ name, type: TYPES[type] }] });
    const data = (text: string) =>
      type === "TXT"
        ? (text.match(/.{1,255}/gu) ?? [""]).map((part) => `"${part}"`).join(" ")
        : text;
    return c.json({
      Status: 0,
      Answer: records.map((text) => ({ name, type: TYPES[type], TTL: 300, data: data(text) })),
    });
  });
  return app;
}
