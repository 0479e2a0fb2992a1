import { useAssistant } from "@/components/ai/use-assistant";
import Drafting from "@/components/messaging/drafting";
import { browser } from "@/lib/platform/browser";

/** Writing to a person, in the place of their details. */
export default function WritePane({ id, onDone }: { id: string; onDone: () => void }) {
  const { assistant, dialog } = useAssistant(openAiSettings);
  return (
    <>
      <Drafting personId={id} assistant={assistant} onDone={onDone} />
      {dialog}
    </>
  );
}

function openAiSettings(): void {
  void browser.tabs.create({ url: browser.runtime.getURL("/options.html#ai") });
}
