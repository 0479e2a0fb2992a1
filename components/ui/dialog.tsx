import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { cn } from "./cn";
import { buttonLook } from "./button";

export function Dialog({
  open,
  onClose,
  title,
  description,
  children,
  footer,
  wide,
  isText,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  wide?: true;
  /** Nothing in it takes the focus, so the text itself does: keys scroll it. */
  isText?: true;
}) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[oklch(0.15_0.02_335/0.45)] transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={cn(
            "fixed top-[max(1rem,10vh)] left-1/2 z-50 flex max-h-[80vh] w-[calc(100vw-1.5rem)] -translate-x-1/2 flex-col rounded-lg border bg-raised text-ink shadow-pop transition-opacity outline-none data-ending-style:opacity-0 data-starting-style:opacity-0",
            wide ? "max-w-160" : "max-w-104",
          )}
        >
          <header className="flex items-start gap-2 px-4 pt-3">
            <Base.Title className="title flex-1 pt-1 text-lg">{title}</Base.Title>
            <Base.Close
              aria-label={i18n.t("common.close")}
              className={buttonLook({ variant: "ghost", size: "icon" })}
            >
              <X aria-hidden="true" />
            </Base.Close>
          </header>
          <div
            className="grid gap-3 overflow-y-auto px-4 pt-1 pb-4 text-sm"
            tabIndex={isText ? 0 : -1}
          >
            {description != null && (
              <Base.Description className="text-ink-soft">{description}</Base.Description>
            )}
            {children}
          </div>
          {footer != null && (
            <footer className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">
              {footer}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
