import { useAssistant } from "@/components/ai/use-assistant";
import Drafting from "@/components/messaging/drafting";
import { browser } from "@/lib/platform/browser";
import { InPlace } from "./in-place";

/** Writing to a person, in place of the list. */
export default function WriteScreen({ id, onBack }: { id: string; onBack: () => void }) {
  const { assistant, dialog } = useAssistant(openAiSettings);
  return (
    <InPlace onBack={onBack}>
      <Drafting personId={id} assistant={assistant} onDone={onBack} />
      {dialog}
    </InPlace>
  );
}

function openAiSettings(): void {
  void browser.tabs.create({ url: browser.runtime.getURL("/options.html#ai") });
}
