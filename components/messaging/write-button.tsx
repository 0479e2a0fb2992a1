import { PenLine } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

/** What the panel is opened for. */
export function WriteButton({ onWrite }: { onWrite: () => void }) {
  return (
    <Button aria-keyshortcuts="m" onClick={onWrite}>
      <PenLine aria-hidden="true" />
      {i18n.t("messaging.write")}
      <Kbd keys="m" />
    </Button>
  );
}
