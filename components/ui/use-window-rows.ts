import { useLayoutEffect, useRef, useState, type RefObject } from "react";

type Range = { start: number; end: number };

const OVERSCAN = 8;

/**
 * Which rows of a long list of equal heights are in sight, when the page itself scrolls. A dozen lines of
 * arithmetic in the place of a library: this list is on the first screen one waits for.
 */
export function useWindowRows({
  list,
  count,
  height,
  under,
}: {
  list: RefObject<HTMLElement | null>;
  count: number;
  /** Of one row, in pixels. */
  height: number;
  /** What stays fixed above the list and hides its rows, in pixels. */
  under: number;
}): Range & { reveal: (index: number) => void } {
  const [range, setRange] = useState<Range>({ start: 0, end: Math.min(count, 30) });
  const shown = useRef(range);

  useLayoutEffect(() => {
    const look = () => {
      const top = list.current?.getBoundingClientRect().top;
      if (top === undefined) return;
      const start = clamp(Math.floor(-top / height) - OVERSCAN, count);
      const end = clamp(Math.ceil((innerHeight - top) / height) + OVERSCAN, count);
      if (start === shown.current.start && end === shown.current.end) return;
      shown.current = { start, end };
      setRange(shown.current);
    };
    look();
    addEventListener("scroll", look, { passive: true });
    // What stands above the list grows and shrinks as the page in the tab changes.
    const sizes = new ResizeObserver(look);
    sizes.observe(document.body);
    return () => {
      removeEventListener("scroll", look);
      sizes.disconnect();
    };
  }, [list, count, height]);

  const reveal = (index: number) => {
    const top = (list.current?.getBoundingClientRect().top ?? 0) + index * height;
    if (top < under) scrollBy(0, top - under);
    else if (top + height > innerHeight) scrollBy(0, top + height - innerHeight);
  };

  return { start: Math.min(range.start, count), end: Math.min(range.end, count), reveal };
}

function clamp(index: number, count: number): number {
  return Math.min(Math.max(index, 0), count);
}
