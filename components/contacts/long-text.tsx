import { useCallback, useState } from "react";
import { i18n } from "#i18n";

/** A few lines, the rest on request; the way to the rest is offered only when there is a rest. */
export function LongText({ text, lines = 4 }: { text: string; lines?: number }) {
  const [isOpen, setOpen] = useState(false);
  const [isCut, setCut] = useState(false);
  const measure = useCallback((box: HTMLParagraphElement | null) => {
    if (box) setCut(box.scrollHeight > box.clientHeight + 1);
  }, []);

  return (
    <div className="grid justify-items-start">
      <p
        key={text}
        ref={measure}
        className="max-w-prose overflow-hidden text-sm whitespace-pre-line text-ink-soft"
        style={
          isOpen
            ? undefined
            : { display: "-webkit-box", WebkitBoxOrient: "vertical", WebkitLineClamp: lines }
        }
      >
        {text}
      </p>
      {isCut && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="rounded-sm text-xs font-medium text-plum hover:underline"
        >
          {isOpen ? i18n.t("common.less") : i18n.t("common.more")}
        </button>
      )}
    </div>
  );
}
