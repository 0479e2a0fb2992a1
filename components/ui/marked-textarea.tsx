import {
  useLayoutEffect,
  useRef,
  useState,
  type ComponentProps,
  type PointerEvent,
  type Ref,
} from "react";
import { cn } from "./cn";

/** A run of the text that can be asked about. Runs do not overlap and come in order. */
export type TextMark = {
  start: number;
  end: number;
  tone: keyof typeof TONES;
  /** What it says when pointed at, a line each. */
  tip?: readonly string[];
  /** Drawn stronger, as while something beside it speaks of it. */
  lit?: boolean;
};

const TONES = {
  plum: "bg-plum-soft shadow-[inset_0_-1px_0_var(--color-plum)]",
  moss: "bg-moss-soft",
  saffron: "bg-saffron-soft outline-saffron",
  brick: "bg-brick-soft outline-brick",
  quiet: "bg-hover",
};

/** Both layers must break their lines at the same places. */
const SHARED =
  "col-start-1 row-start-1 w-full min-w-0 rounded-md border px-2.5 py-1.5 text-base leading-6 whitespace-pre-wrap wrap-break-word";

type Bubble = { lines: readonly string[]; left: number; top: number };

/** A text one writes, with runs of it marked behind the letters. It is a plain textarea: undo, spelling and screen readers work as ever. */
export function MarkedTextarea({
  value,
  marks,
  className,
  ref,
  onCaret,
  ...props
}: Omit<ComponentProps<"textarea">, "value" | "ref"> & {
  value: string;
  marks: readonly TextMark[];
  ref?: Ref<HTMLTextAreaElement>;
  /** Where the caret stands, whenever it moved. */
  onCaret?: (at: number) => void;
}) {
  const back = useRef<HTMLDivElement>(null);
  const [bubble, setBubble] = useState<Bubble>();

  const point = ({ clientX, clientY }: PointerEvent) => {
    // The marks lie under the textarea; what is under the pointer is asked for by its place.
    const under = document.elementsFromPoint(clientX, clientY);
    const mark = under.find((one) => back.current?.contains(one) && one.matches("[data-mark]"));
    const index = Number(mark?.getAttribute("data-mark") ?? Number.NaN);
    const lines = marks[index]?.tip;
    if (!mark || !lines) return setBubble(undefined);
    const { left, bottom } = mark.getBoundingClientRect();
    return setBubble({ lines, left, top: bottom + 4 });
  };

  return (
    <div className={cn("grid", className)}>
      <div
        ref={back}
        aria-hidden="true"
        className={cn(SHARED, "border-transparent text-transparent")}
      >
        {pieces(value, marks)}
        {/* A last, empty line has a height too. */}
        {"\u200b"}
      </div>
      <textarea
        ref={ref}
        value={value}
        className={cn(
          SHARED,
          "resize-none overflow-hidden border-line-strong bg-transparent text-ink transition-colors hover:border-ink-faint focus-visible:border-plum focus-visible:outline-offset-0 aria-invalid:border-brick",
        )}
        onPointerMove={point}
        onPointerLeave={() => setBubble(undefined)}
        onSelect={(event) => onCaret?.(event.currentTarget.selectionStart)}
        {...props}
      />
      {bubble && <MarkBubble {...bubble} />}
    </div>
  );
}

function pieces(value: string, marks: readonly TextMark[]) {
  const shown = [];
  let from = 0;
  for (const [index, { start, end, tone, lit }] of marks.entries()) {
    if (start < from || end > value.length) continue;
    shown.push(value.slice(from, start));
    shown.push(
      <span
        key={start}
        data-mark={index}
        className={cn(
          "rounded-sm box-decoration-clone",
          TONES[tone],
          (tone === "brick" || tone === "saffron") && "outline-1 outline-dashed",
          lit && "outline-2 outline-plum",
        )}
      >
        {value.slice(start, end)}
      </span>,
    );
    from = end;
  }
  return [...shown, value.slice(from)];
}

function MarkBubble({ lines, left, top }: Bubble) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const width = bubble.current?.offsetWidth ?? 0;
    const x = Math.max(8, Math.min(left, innerWidth - width - 8));
    if (bubble.current) bubble.current.style.transform = `translate(${x}px, ${top}px)`;
  }, [left, top]);
  return (
    <div
      ref={bubble}
      role="tooltip"
      className="pointer-events-none fixed top-0 left-0 z-50 max-w-72 rounded-md border bg-raised px-2.5 py-1.5 text-xs whitespace-pre-line text-ink shadow-pop"
    >
      {lines.join("\n")}
    </div>
  );
}
