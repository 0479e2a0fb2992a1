import type { EngineResult } from "../bench-sync-page";

export type Results = { rows: number; raw: number; engines: EngineResult[]; load: number[] };

const kb = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
const ms = (value: number | undefined) => (value === undefined ? "" : `${Math.round(value)}`);

export function report({ rows, raw, engines, load }: Results): void {
  console.log(
    `\n${rows} contacts; milliseconds, median; machine load ${load.map((one) => one.toFixed(1)).join(" to ")}`,
  );
  console.log(`raw fetch + parse + bulkPut with the product's indexes: ${ms(raw)} ms`);
  console.table(
    engines.map(({ name, create, push, between, pull, delta }) => ({
      engine: name,
      create: ms(create.ms),
      push: ms(push.ms),
      "push kB": kb(push.up + push.down),
      "push requests": push.requests,
      "own rows back": kb(between.up + between.down),
      "first 500": ms(pull.first),
      readable: ms(pull.readable),
      indexed: ms(pull.indexed),
      "pull kB": kb(pull.up + pull.down),
      "pull requests": pull.requests,
      delta: ms(delta.ms),
      "delta kB": kb(delta.up + delta.down),
      "delta requests": delta.requests,
    })),
  );
}
