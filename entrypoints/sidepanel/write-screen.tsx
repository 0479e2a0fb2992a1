import { ArrowLeft } from "lucide-react";
import { useEffect } from "react";
import { i18n } from "#i18n";
import { useAssistant } from "@/components/ai/use-assistant";
import Drafting from "@/components/messaging/drafting";
import { Button } from "@/components/ui/button";
import { browser } from "@/lib/platform/browser";

/** Writing to a person, in place of the list. */
export default function WriteScreen({ id, onBack }: { id: string; onBack: () => void }) {
  const { assistant, dialog } = useAssistant(openAiSettings);
  useEffect(() => {
    // In a block: newer browsers give a promise back, which is no way to undo.
    scrollTo(0, 0);
  }, []);
  return (
    <div className="grid grid-cols-1 gap-3 p-3">
      <Button variant="ghost" size="sm" className="-ml-1 justify-self-start" onClick={onBack}>
        <ArrowLeft aria-hidden="true" />
        {i18n.t("common.back")}
      </Button>
      <Drafting personId={id} assistant={assistant} onDone={onBack} />
      {dialog}
    </div>
  );
}

function openAiSettings(): void {
  void browser.tabs.create({ url: browser.runtime.getURL("/options.html#ai") });
}
