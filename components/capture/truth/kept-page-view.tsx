/* oxlint-disable react/no-array-index-key -- a kept page never changes, and a line may stand on it twice */
import { useMemo } from "react";
import { cn } from "@/components/ui/cn";
import type { KeptPage } from "@/lib/capture/kept-page";
import type { Line } from "@/lib/capture/text";
import { blocksOf, type KeptLine } from "./kept-lines";

/**
 * The kept page as its words in their parts, and what was read from each. No element, style or picture of the page
 * itself is shown: only texts. With `onPoint` each line is a button.
 */
export function KeptPageView({
  page,
  pointed,
  onPoint,
}: {
  page: KeptPage;
  pointed: Line | undefined;
  onPoint: ((line: Line) => void) | undefined;
}) {
  const blocks = useMemo(() => blocksOf(page), [page]);
  return (
    <div className="grid gap-2">
      {blocks.map(({ id, lines }) => (
        <div key={id} className="grid rounded-md border bg-surface px-2 py-1.5">
          {lines.map((line, index) => (
            <Words
              key={index}
              line={line}
              isPointed={pointed?.el === line.el && pointed.text === line.text}
              onPoint={onPoint}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function Words({
  line,
  isPointed,
  onPoint,
}: {
  line: KeptLine;
  isPointed: boolean;
  onPoint: ((line: Line) => void) | undefined;
}) {
  const look = cn(
    "flex w-full items-baseline gap-2 rounded-sm px-1 py-px text-left text-sm",
    line.isHeading && "title text-base",
    onPoint && "min-h-6 transition-colors hover:bg-plum-soft",
    isPointed && "bg-plum-soft outline-2 outline-plum",
  );
  const content = (
    <>
      <span className="min-w-0 flex-1">{line.text}</span>
      {line.reads.length > 0 && (
        <span className="max-w-28 shrink-0 truncate text-2xs text-moss">
          {line.reads.join(", ")}
        </span>
      )}
    </>
  );
  if (!onPoint) return <p className={look}>{content}</p>;
  return (
    <button type="button" aria-pressed={isPointed} className={look} onClick={() => onPoint(line)}>
      {content}
    </button>
  );
}
