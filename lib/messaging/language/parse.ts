/**
 * The template language, with one brace or two: `{firstName}`, `{firstName|there}`, `{if company}…{else}…{/if}`, `{if not company}…{/if}`.
 * Nothing in it computes: a template can only place facts, so a text taken from a page cannot act.
 */
export type Node =
  | { type: "text"; text: string }
  | { type: "variable"; name: string; fallback?: string; at: number }
  | {
      type: "condition";
      name: string;
      negated: boolean;
      met: Node[];
      otherwise: Node[];
      at: number;
    };

/** A fault is told to the writer with its place; the rest of the template still renders. */
export type Fault = {
  code: "strayBrace" | "emptyTag" | "unclosedIf" | "strayElse" | "strayEndIf";
  /** Offset in the source, in UTF-16 units. */
  at: number;
};

export type Parsed = { nodes: Node[]; faults: Fault[] };

type Tag = { body: string; at: number };
type Piece = { type: "text"; text: string } | { type: "tag"; tag: Tag };
type Open = { name: string; negated: boolean; at: number; met: Node[]; otherwise?: Node[] };

const CONDITION = /^#?(?:if|si)\s+(not\s+|pas\s+)?(\S.*)$/iu;
const ELSE = /^(?:else|sinon)$/iu;
const END = /^\/\s*(?:if|si)$/iu;

export function parse(source: string): Parsed {
  const faults: Fault[] = [];
  const root: Node[] = [];
  const open: Open[] = [];
  const sink = () => {
    const inner = open.at(-1);
    return inner ? (inner.otherwise ?? inner.met) : root;
  };

  for (const piece of cut(source, faults)) {
    if (piece.type === "text") {
      sink().push(piece);
      continue;
    }
    const { body, at } = piece.tag;
    const condition = CONDITION.exec(body);
    if (condition) {
      open.push({ name: condition[2]!.trim(), negated: Boolean(condition[1]), at, met: [] });
    } else if (ELSE.test(body)) {
      const inner = open.at(-1);
      if (inner && !inner.otherwise) inner.otherwise = [];
      else faults.push({ code: "strayElse", at });
    } else if (END.test(body)) {
      const inner = open.pop();
      if (inner) sink().push(close(inner));
      else faults.push({ code: "strayEndIf", at });
    } else {
      const variable = readVariable(body, at);
      if (variable) sink().push(variable);
      else faults.push({ code: "emptyTag", at });
    }
  }
  for (let inner = open.pop(); inner; inner = open.pop()) {
    faults.push({ code: "unclosedIf", at: inner.at });
    sink().push(close(inner));
  }
  return { nodes: root, faults: faults.toSorted((a, b) => a.at - b.at) };
}

function close({ name, negated, at, met, otherwise = [] }: Open): Node {
  return { type: "condition", name, negated, met, otherwise, at };
}

function readVariable(body: string, at: number): Node | undefined {
  const bar = body.indexOf("|");
  const name = (bar < 0 ? body : body.slice(0, bar)).trim();
  if (!name) return undefined;
  return bar < 0
    ? { type: "variable", name, at }
    : { type: "variable", name, fallback: body.slice(bar + 1).trim(), at };
}

/** A brace without its partner is dropped from the text and reported: a message never shows one. */
function cut(source: string, faults: Fault[]): Piece[] {
  const pieces: Piece[] = [];
  let text = "";
  let from = 0;
  const flush = () => {
    if (text) pieces.push({ type: "text", text });
    text = "";
  };
  while (from < source.length) {
    const brace = nextBrace(source, from);
    text += source.slice(from, brace);
    if (brace === source.length) break;
    // Other programs write two: `{{firstName}}`.
    const width = source.startsWith("{{", brace) && isDouble(source, brace) ? 2 : 1;
    const end = source[brace] === "{" ? nextBrace(source, brace + width) : source.length;
    if (source[brace] === "}" || source[end] !== "}") {
      faults.push({ code: "strayBrace", at: brace });
      from = brace + 1;
      continue;
    }
    flush();
    const body = source.slice(brace + width, end).trim();
    pieces.push({ type: "tag", tag: { body, at: brace } });
    from = end + width;
  }
  flush();
  return pieces;
}

function isDouble(source: string, brace: number): boolean {
  return source.startsWith("}}", nextBrace(source, brace + 2));
}

function nextBrace(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === "{" || source[at] === "}") return at;
  }
  return source.length;
}
