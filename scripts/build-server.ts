import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";

/**
 * `npm run build:server`: the server as one folder, `dist/server`, that needs Node and one native package.
 * Copy it anywhere, `npm install` there, `node .` or the unit beside it.
 */
const { values } = parseArgs({ options: { out: { type: "string", default: "dist/server" } } });
const { out } = values;

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  entryPoints: ["server/node.ts"],
  outfile: join(out, "index.js"),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node22",
  sourcemap: true,
  // Native, or looked for by ws and never needed.
  external: ["libsql", "bufferutil", "utf-8-validate"],
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  logLevel: "warning",
});
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const { version: libsql } = JSON.parse(
  readFileSync("node_modules/libsql/package.json", "utf8"),
) as { version: string };
const manifest = {
  name: "rapport-server",
  version,
  private: true,
  type: "module",
  main: "index.js",
  engines: { node: ">=22" },
  dependencies: { libsql },
};
writeFileSync(join(out, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
copyFileSync("server/rapport.service", join(out, "rapport.service"));
console.log(`The server stands in ${out}: npm install there, then node ${out}`);
