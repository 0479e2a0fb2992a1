import { useState } from "react";

/** A choice of this device (which columns, which order) that outlives the screen. `read` turns what was kept into a value, or undefined. */
export function useKept<Value>(
  name: string,
  start: Value,
  read: (kept: unknown) => Value | undefined,
): [Value, (next: Value) => void] {
  const key = `rapport.${name}`;
  const [value, setValue] = useState<Value>(() => read(parsed(localStorage.getItem(key))) ?? start);
  const keep = (next: Value) => {
    setValue(next);
    localStorage.setItem(key, JSON.stringify(next));
  };
  return [value, keep];
}

function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Kept by another version in another form: the start value serves.
    return undefined;
  }
}
