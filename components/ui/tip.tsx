import { useEffect, useLayoutEffect, useRef, useState } from "react";

const DELAY = 250;
const GAP = 6;
const MARGIN = 8;

/** What an element says when pointed at or reached by key: one line each. Its own label must say the same in words. */
export function tip(...lines: string[]): { "data-tip": string } {
  return { "data-tip": lines.join("\n") };
}

type Shown = { text: string; anchor: DOMRect };

/** The one bubble that all tips share; a screen mounts it once. Escape dismisses it, and the pointer may rest on it. */
export function TipBubble() {
  const [shown, setShown] = useState<Shown>();
  const bubble = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (act: () => void, wait: number) => {
      clearTimeout(timer);
      timer = setTimeout(act, wait);
    };
    const hide = () => {
      clearTimeout(timer);
      setShown(undefined);
    };
    const show = (target: Element, wait: number) =>
      later(() => {
        const text = target.getAttribute("data-tip");
        if (text !== null && target.isConnected)
          setShown({ text, anchor: target.getBoundingClientRect() });
      }, wait);

    const onOver = ({ target }: PointerEvent) => {
      if (!(target instanceof Element)) return;
      if (bubble.current?.contains(target)) return clearTimeout(timer);
      const trigger = target.closest("[data-tip]");
      if (trigger) show(trigger, DELAY);
      else later(hide, 80);
    };
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !target.matches(":focus-visible")) return;
      const trigger = target.closest("[data-tip]");
      if (trigger) show(trigger, 0);
      else hide();
    };
    const onKey = ({ key }: KeyboardEvent) => key === "Escape" && hide();

    document.addEventListener("pointerover", onOver);
    document.addEventListener("focusin", onFocus);
    document.addEventListener("focusout", hide);
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", hide);
    addEventListener("scroll", hide, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", onOver);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("focusout", hide);
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", hide);
      removeEventListener("scroll", hide, { capture: true });
    };
  }, []);

  useLayoutEffect(() => {
    if (shown && bubble.current) place(bubble.current, shown.anchor);
  }, [shown]);

  if (!shown) return null;
  return (
    <div
      ref={bubble}
      role="tooltip"
      className="fixed top-0 left-0 z-50 max-w-72 rounded-md border bg-raised px-2.5 py-1.5 text-xs whitespace-pre-line text-ink shadow-pop"
    >
      {shown.text}
    </div>
  );
}

/** Under its element, or above where there is no room; never past an edge of the screen. */
function place(bubble: HTMLElement, anchor: DOMRect): void {
  const { width, height } = bubble.getBoundingClientRect();
  const below = anchor.bottom + GAP;
  const top = below + height + MARGIN > innerHeight ? anchor.top - GAP - height : below;
  const left = Math.min(Math.max(anchor.left, MARGIN), innerWidth - width - MARGIN);
  bubble.style.transform = `translate(${Math.round(Math.max(left, MARGIN))}px, ${Math.round(top)}px)`;
}
