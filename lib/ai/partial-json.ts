/**
 * Reads JSON of which only the beginning has arrived: what is open is closed, what is unfinished beyond a
 * string is left out. For showing an answer while it comes; the whole answer is read by structured.ts.
 */
export function partialJson(text: string): unknown {
  const start = text.indexOf("{");
  if (start < 0) return undefined;
  const source = text.slice(start);
  const closed = close(source);
  for (const candidate of [source, ...closed]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // Unfinished in this way too: the next candidate leaves out more.
    }
  }
  return undefined;
}

/** The text with its open strings and brackets closed, and the same without the entry that has only begun. */
function close(source: string): string[] {
  const stack: string[] = [];
  let inString = false;
  let escaped = false;
  let entry = 0;
  let depthAtEntry: string[] = [];
  for (let at = 0; at < source.length; at++) {
    const character = source[at]!;
    if (escaped) escaped = false;
    else if (inString) {
      if (character === "\\") escaped = true;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") {
      stack.push(character === "{" ? "}" : "]");
      entry = at + 1;
      depthAtEntry = [...stack];
    } else if (character === "}" || character === "]") stack.pop();
    else if (character === ",") {
      entry = at;
      depthAtEntry = [...stack];
    }
  }
  // Half an escape (`\u00`) cannot be closed; it is taken off.
  const text = source.replace(/\\(?:u[\da-f]{0,3})?$/iu, "");
  return [
    ...(inString ? [`${text}"${ends(stack)}`, `${text}": null${ends(stack)}`] : []),
    `${source}${ends(stack)}`,
    `${source.slice(0, entry)}${ends(depthAtEntry)}`,
  ];
}

function ends(open: readonly string[]): string {
  return open.toReversed().join("");
}
