import { useSyncExternalStore } from "react";

export type ThemeChoice = "system" | "light" | "dark";

/** Also read by public/theme-boot.js before the first paint. */
const KEY = "rapport.theme";

const listeners = new Set<() => void>();

export function readTheme(storage: Storage = localStorage): ThemeChoice {
  const kept = storage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

export function chooseTheme(
  choice: ThemeChoice,
  storage: Storage = localStorage,
  root: HTMLElement = document.documentElement,
): void {
  if (choice === "system") storage.removeItem(KEY);
  else storage.setItem(KEY, choice);
  paint(choice, root);
  for (const tell of listeners) tell();
}

export function useTheme(): ThemeChoice {
  return useSyncExternalStore(listen, () => readTheme());
}

/** Another screen of the product may choose too: the storage event brings its choice here. */
function listen(tell: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== KEY) return;
    paint(readTheme(), document.documentElement);
    tell();
  };
  listeners.add(tell);
  addEventListener("storage", onStorage);
  return () => {
    listeners.delete(tell);
    removeEventListener("storage", onStorage);
  };
}

function paint(choice: ThemeChoice, root: HTMLElement): void {
  if (choice === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = choice;
}
