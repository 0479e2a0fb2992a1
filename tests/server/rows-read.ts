import type { InValue } from "@libsql/client/web";
import type { Database, Row, Statement } from "@/server/database";

type Value = { type: string; value?: string | number; base64?: string };
type Result = { cols: { name: string }[]; rows: Value[][]; rows_read: number };
type Answer = {
  results: { response?: { result: Result }; error?: { message: string } }[];
};

/** A database that only reads, and counts the rows that sqld says it has read for that: those that Turso bills. */
export function countedReads(url: string) {
  let read = 0;
  const reader = {
    async read(batch: Statement[]): Promise<Row[][]> {
      const requests = batch.map((one) => ({
        type: "execute",
        stmt: { sql: one.sql, args: one.args.map(toWire) },
      }));
      const asked = await fetch(`${url}/v2/pipeline`, {
        method: "POST",
        body: JSON.stringify({ requests }),
      });
      const { results } = (await asked.json()) as Answer;
      return results.map(({ response, error }) => {
        if (!response) throw new Error(error?.message);
        const { cols, rows, rows_read } = response.result;
        read += rows_read;
        return rows.map((row) =>
          Object.fromEntries(row.map((value, index) => [cols[index]?.name, fromWire(value)])),
        );
      });
    },
  } as Pick<Database, "read"> as Database;
  return {
    reader,
    /** Since it was last asked. */
    rowsRead: () => {
      const sum = read;
      read = 0;
      return sum;
    },
  };
}

function toWire(value: InValue): Value {
  return typeof value === "number"
    ? { type: "integer", value: String(value) }
    : { type: "text", value: String(value) };
}

function fromWire({ type, value, base64 }: Value): unknown {
  if (type === "blob") return Uint8Array.from(Buffer.from(base64 ?? "", "base64")).buffer;
  if (type === "integer") return Number(value);
  return value ?? null;
}
