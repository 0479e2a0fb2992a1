import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Skeleton } from "@/components/ui/skeleton";
import { lineKey, type Answer, type Line, type LineKey, type Verdict } from "@/lib/import/line";
import type { ImportPort, OpenedView } from "@/lib/import/port";
import { LineRow, ROW_HEIGHT } from "./line-row";
import { noLinesText, verdictText } from "./words";

const PAGE = 100;

/** A hundred thousand lines, of which the screen holds those in sight and the worker all. */
export function LineList({
  port,
  opened,
  verdict,
  count,
  answers,
  doubts,
  onAnswer,
}: {
  port: ImportPort;
  opened: OpenedView;
  verdict: Verdict;
  count: number;
  answers: ReadonlyMap<LineKey, Answer>;
  doubts: Answer;
  onAnswer: (line: Line, answer: Answer) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoized
  const rows = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const items = rows.getVirtualItems();
  const lines = useLines(port, verdict, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);

  if (count === 0) {
    return <p className="px-3 py-8 text-center text-sm text-ink-faint">{noLinesText(verdict)}</p>;
  }
  return (
    <div
      ref={frame}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by key
      tabIndex={0}
      role="region"
      aria-label={verdictText(verdict)}
      className="focus-inset max-h-[min(26rem,60vh)] overflow-auto"
    >
      <ul className="relative" style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const line = lines.get(index);
          return (
            <li
              key={index}
              aria-setsize={count}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0 border-b"
              ref={rows.measureElement}
              data-index={index}
              style={{ minHeight: ROW_HEIGHT, transform: `translateY(${start}px)` }}
            >
              {line ? (
                <LineRow
                  line={line}
                  place={placeOf(line, opened)}
                  answer={answers.get(lineKey(line)) ?? doubts}
                  onAnswer={(answer) => onAnswer(line, answer)}
                />
              ) : (
                <Skeleton className="m-3 h-6" />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Lines by their place, fetched a page at a time as they come into sight. */
function useLines(port: ImportPort, verdict: Verdict, first: number, last: number) {
  const [lines, setLines] = useState<ReadonlyMap<number, Line>>(new Map());
  const asked = useRef(new Set<number>());
  const from = Math.floor(first / PAGE);
  const to = Math.floor(last / PAGE);

  useEffect(() => {
    for (let page = from; page <= to; page++) {
      if (asked.current.has(page)) continue;
      asked.current.add(page);
      void port.lines({ verdict, from: page * PAGE, count: PAGE }).then((found) => {
        setLines((held) => {
          const next = new Map(held);
          found.forEach((line, index) => next.set(page * PAGE + index, line));
          return next;
        });
      });
    }
  }, [port, verdict, from, to]);

  return lines;
}

function placeOf({ source, line }: Line, { sources }: OpenedView): string {
  const path =
    sources
      .find(({ index }) => index === source)
      ?.path.split("/")
      .at(-1) ?? "";
  return `${path}, ${i18n.t("import.line", [line])}`;
}
