import { useEffect, useRef } from "react";

/** Key → what it does. `Mod` is ⌘ on a Mac and Ctrl elsewhere; only `Mod+…` and `Escape` work while one is typing. */
export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = keyName(event);
      const act = current.current[name];
      if (!act || (isTyping(event.target) && !name.startsWith("Mod+"))) return;
      if (document.querySelector("[role=dialog],[role=alertdialog]") && !name.startsWith("Mod+"))
        return;
      event.preventDefault();
      act(event);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

function keyName(event: KeyboardEvent): string {
  if (event.altKey) return "";
  const isMod = event.metaKey || event.ctrlKey;
  return isMod ? `Mod+${event.key.toLowerCase()}` : event.key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** How the modifier is written on this machine. */
export function modKey(platform: string = navigator.platform): string {
  return /mac|iphone|ipad/i.test(platform) ? "⌘" : "Ctrl";
}
