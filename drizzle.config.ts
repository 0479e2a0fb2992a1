import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: ["./server/tables.ts", "./server/mailing/tables.ts"],
  out: "./drizzle",
});
