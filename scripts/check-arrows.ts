/** Do imports point the way the house says? `npm run arrows` asks, tests/structure plants wrong ones. */
import { globSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { arrows, options, type Rule } from "../.dependency-cruiser";
import { opening, PANEL, reach } from "../.dependency-cruiser.reach";

const FOLDERS = ["entrypoints", "components", "lib", "server"];

export interface ArrowReport {
  /** Files of ours that were read; a reader without TypeScript sees none and finds nothing wrong. */
  seen: number;
  /** Files that lie there. */
  lying: number;
  unseen: string[];
  wrong: { rule: string; from: string; to: string; instead: string }[];
}

/** Reads the folders of the house that lie in `root`. */
export async function readArrows(root = "."): Promise<ArrowReport> {
  const files = globSync(`{${FOLDERS.join(",")}}/**/*.{ts,tsx}`, { cwd: root });
  const folders = FOLDERS.filter((folder) => files.some((file) => file.startsWith(`${folder}/`)));
  const whole = await read(root, folders, arrows, true);
  const built = await read(root, folders, reach, false);
  const opened = files.includes(PANEL)
    ? violations(await read(root, [PANEL], opening, false, { dynamic: true }))
    : [];
  const seen = new Set(whole.modules.map((module) => module.source));
  const unseen = files.filter((file) => !seen.has(file));
  return {
    seen: files.length - unseen.length,
    lying: files.length,
    unseen,
    wrong: [...violations(whole), ...violations(built), ...folderCycles(built), ...opened],
  };
}

async function read(
  root: string,
  folders: string[],
  forbidden: Rule[],
  withTypes: boolean,
  without: { dynamic?: boolean } = {},
) {
  const fileName = join(resolve(root), "tsconfig.json");
  const { output } = await cruise(
    folders,
    {
      ...options,
      exclude: { ...options.exclude, ...without },
      tsConfig: { fileName },
      tsPreCompilationDeps: withTypes,
      baseDir: resolve(root),
      ruleSet: { forbidden },
      validate: true,
    },
    options.enhancedResolveOptions,
    { tsConfig: extractTsConfig(fileName) },
  );
  if (typeof output === "string")
    throw new Error("dependency-cruiser gave text where rows were asked");
  return output;
}

function violations({ summary }: ICruiseResult): ArrowReport["wrong"] {
  return summary.violations.map(({ rule, from, to, cycle, via }) => ({
    rule: rule.name,
    from,
    to: (cycle ?? via)?.map((step) => step.name).join(" → ") ?? to,
    instead: [...arrows, ...reach, ...opening].find((one) => one.name === rule.name)?.comment ?? "",
  }));
}

/** `lib/contacts/store.ts` stands in `lib/contacts`; a file at the top of a folder stands alone. */
function folderOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}

/** Folders that need each other, however long the way round. Files may not either, but folders hide it. */
function folderCycles({ modules }: ICruiseResult): ArrowReport["wrong"] {
  const next = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    for (const { resolved } of dependencies) {
      const [from, to] = [folderOf(source), folderOf(resolved)];
      if (from === to || resolved.startsWith("node_modules/")) continue;
      next.set(from, (next.get(from) ?? new Set()).add(to));
    }
  }
  return [...next.keys()].flatMap((start) => {
    const way = wayBack(next, start);
    if (!way || way.some((folder) => folder < start)) return [];
    return [
      {
        rule: "no-folder-cycle",
        from: start,
        to: way.join(" → "),
        instead:
          "Capabilities use each other one way: move the shared part below both, or pass it in.",
      },
    ];
  });
}

/** The shortest way from a folder back to itself. */
function wayBack(next: Map<string, Set<string>>, start: string): string[] | undefined {
  const ways = [...(next.get(start) ?? [])].map((to) => [to]);
  const met = new Set<string>();
  for (const way of ways) {
    const last = way.at(-1)!;
    if (last === start) return way;
    if (met.has(last)) continue;
    met.add(last);
    for (const to of next.get(last) ?? []) ways.push([...way, to]);
  }
  return undefined;
}

/** What is to be said: nothing when all is well. */
export function complaints({ seen, lying, unseen, wrong }: ArrowReport): string[] {
  const blind =
    seen < lying
      ? [
          `Only ${seen} of ${lying} files were read, so this check proves nothing: ${unseen.join(", ")}`,
        ]
      : [];
  return [
    ...blind,
    ...wrong.map(({ rule, from, to, instead }) => `${rule}: ${from} → ${to}\n    ${instead}`),
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const report = await readArrows();
  for (const line of complaints(report)) console.error(line);
  console.log(`${report.seen} of ${report.lying} files read, ${report.wrong.length} arrows wrong`);
  if (complaints(report).length > 0) process.exitCode = 1;
}
