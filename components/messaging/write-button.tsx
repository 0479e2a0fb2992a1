import { PenLine } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { useReadOnly } from "@/components/ui/read-only";

/** What the panel is opened for. */
export function WriteButton({ onWrite }: { onWrite: () => void }) {
  const why = useReadOnly("messages");
  return (
    <Button aria-keyshortcuts="m" disabled={why !== undefined} title={why} onClick={onWrite}>
      <PenLine aria-hidden="true" />
      {i18n.t("messaging.write")}
      <Kbd keys="m" />
    </Button>
  );
}
