import { findVariable } from "../variables/list";
import { parse, type Node } from "./parse";

/** A template in one line, as one would say it: variables by their words in brackets, conditions as if they held. */
export function outlineOf(source: string, wordOf: (variable: string) => string): string {
  const tell = (nodes: readonly Node[]): string =>
    nodes
      .map((node) => {
        if (node.type === "text") return node.text;
        if (node.type === "condition") return tell(node.met);
        const variable = findVariable(node.name);
        return `[${variable ? wordOf(variable.name) : node.name}]`;
      })
      .join("");
  return tell(parse(source).nodes).replaceAll(/\s+/gu, " ").trim();
}
