import { ArrowLeft } from "lucide-react";
import { useEffect, type ReactNode } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";

/** A screen in place of the list: it begins at its top, with the way back. */
export function InPlace({
  autoFocus,
  onBack,
  children,
}: {
  /** On the way back, where nothing on the screen wants the keys more. */
  autoFocus?: boolean;
  onBack: () => void;
  children: ReactNode;
}) {
  useEffect(() => {
    // In a block: newer browsers give a promise back, which is no way to undo.
    scrollTo(0, 0);
  }, []);
  return (
    <div className="grid grid-cols-1 gap-3 p-3">
      <Button
        autoFocus={autoFocus}
        variant="ghost"
        size="sm"
        className="-ml-1 justify-self-start"
        onClick={onBack}
      >
        <ArrowLeft aria-hidden="true" />
        {i18n.t("common.back")}
      </Button>
      {children}
    </div>
  );
}
