import { ScanText } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";

/** The way to what was read of a row's page. */
export function TruthButton({ onOpen }: { onOpen: () => void }) {
  return (
    <Button size="sm" variant="ghost" onClick={onOpen}>
      <ScanText aria-hidden="true" />
      {i18n.t("truth.open")}
    </Button>
  );
}
