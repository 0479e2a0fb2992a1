import { findVariable } from "../variables/list";
import type { Fact, Facts } from "../variables/variable";
import { parse, type Fault, type Node } from "./parse";

/** A run of a draft: the writer's own words, a fact on record, or the fallback that stands in for a missing one. */
export type Part =
  | { type: "text"; text: string }
  | { type: "fact"; text: string; variable: string; fact: Fact }
  | { type: "fallback"; text: string; variable: string };

export type Rendered = {
  parts: Part[];
  text: string;
  /** Variables without a fact and without a fallback: the draft has a hole there. */
  missing: string[];
  /** Names no variable goes by. */
  unknown: string[];
  faults: Fault[];
};

/** Fills a template with facts. The text never holds a brace, and a fact is placed, never read as a template. */
export function render(source: string, facts: Facts): Rendered {
  const { nodes, faults } = parse(source);
  const missing = new Set<string>();
  const unknown = new Set<string>();
  const joined = join(walk(nodes));
  // A condition that did not hold leaves its line ends behind.
  const parts = nodes.some(({ type }) => type === "condition") ? joined.map(closeGap) : joined;
  return {
    parts,
    text: parts.map((part) => part.text).join(""),
    missing: [...missing],
    unknown: [...unknown],
    faults,
  };

  function walk(list: Node[]): Part[] {
    return list.flatMap((node): Part[] => {
      if (node.type === "text") return [node];
      const variable = findVariable(node.name);
      if (!variable) unknown.add(node.name);
      const fact = variable?.read(facts);
      if (node.type === "condition")
        return walk(Boolean(fact) === node.negated ? node.otherwise : node.met);
      const name = variable?.name ?? node.name;
      if (fact) return [{ type: "fact", text: withoutBraces(fact.text), variable: name, fact }];
      if (node.fallback !== undefined)
        return [{ type: "fallback", text: node.fallback, variable: name }];
      if (variable) missing.add(name);
      return [];
    });
  }
}

/** A headline may hold braces; they would read as a hole in the message. */
function withoutBraces(text: string): string {
  return text.replaceAll("{", "(").replaceAll("}", ")");
}

function join(parts: Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.type === "text" && last?.type === "text")
      joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else if (part.text) joined.push(part);
  }
  return joined;
}

function closeGap(part: Part): Part {
  return part.type === "text" ? { ...part, text: part.text.replaceAll(/\n{3,}/gu, "\n\n") } : part;
}
