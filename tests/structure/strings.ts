/** Keys of the locale files as the code names them. */
export interface StringUse {
  /** Whole keys, as they stand in quotes. */
  named: Set<string>;
  /** Keys with a part that is only known when the code runs, such as `badge.${state}`. */
  patterns: RegExp[];
}

/** A key: two or more words between dots. */
const KEY = /^[A-Za-z][\w]*(?:\.[\w]+)+$/;

/** Reads what may be a key out of source text; a word that is none does no harm. */
export function keysIn(sources: string[]): StringUse {
  const use: StringUse = { named: new Set(), patterns: [] };
  for (const source of sources) {
    for (const [, literal] of source.matchAll(/["'`]([\w.]+)["'`]/g)) {
      if (KEY.test(literal!)) use.named.add(literal!);
    }
    for (const [, manifestKey] of source.matchAll(/__MSG_(\w+)__/g)) {
      use.named.add(manifestKey!.replaceAll("_", "."));
    }
    for (const [, template] of source.matchAll(/`([\w.]+\.[\w.]*\$\{[^`]*)`/g)) {
      const parts = template!.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
      use.patterns.push(
        new RegExp(`^${parts.map((part) => part.replaceAll(".", "\\.")).join("\\w+")}$`),
      );
    }
  }
  return use;
}

export function unused(keys: string[], use: StringUse): string[] {
  return keys.filter((key) => !use.named.has(key) && !use.patterns.some((one) => one.test(key)));
}

/** Keys asked for with `i18n.t("…")` that no locale file has. */
export function missing(keys: string[], sources: string[]): string[] {
  const asked = sources.flatMap((source) =>
    [...source.matchAll(/i18n\.t\(\s*"([^"]+)"/g)].map((match) => match[1]!),
  );
  return [...new Set(asked)].filter((key) => !keys.includes(key));
}
