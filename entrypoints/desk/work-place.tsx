import { i18n } from "#i18n";
import { useAssistant } from "@/components/ai/use-assistant";
import { useAllTagCounts } from "@/components/contacts/queries";
import { TagsField } from "@/components/contacts/tags-field";
import SendDesk from "@/components/messaging/desk/send-desk";
import Inbox from "@/components/messaging/inbox/inbox";
import Relations from "@/components/messaging/relations/relations";
import { PlaceHead } from "@/components/ui/place-head";
import { browser } from "@/lib/platform/browser";
import { openThere } from "@/lib/platform/open-there";
import type { Place, WorkPlace } from "./place";

/** The tab opened for writing last: one is enough, and it is led on. */
let beside: number | undefined;

async function toThere(url: string): Promise<void> {
  beside = (await openThere(url, beside)) ?? beside;
}

/** What is to be done, on the desk: the day, the inbox, whom one keeps in touch with. */
export default function Work({
  place,
  isWide,
  onGo,
}: {
  place: WorkPlace;
  isWide: boolean;
  onGo: (place: Place) => void;
}) {
  const { assistant, dialog } = useAssistant(openAiSettings);
  const tags = useAllTagCounts();
  const toPerson = (id: string) => onGo({ view: "people", id });
  const common = { isWide, assistant, openThere: toThere };
  const body = (
    <>
      {place.view === "today" && <SendDesk {...common} onPerson={toPerson} />}
      {place.view === "inbox" && (
        <Inbox
          {...common}
          openId={place.id}
          renderLabel={(person) => (
            <TagsField key={person.id} table="people" id={person.id} tags={person.tags ?? []} />
          )}
          onOpen={(id) => onGo({ view: "inbox", ...(id && { id }) })}
        />
      )}
      {place.view === "relations" && (
        <Relations
          tags={tags.map(({ tag }) => tag)}
          onPerson={toPerson}
          onWrite={(id) => onGo({ view: "people", id, isWriting: true })}
        />
      )}
      {dialog}
    </>
  );
  if (place.view === "relations")
    return (
      <div className="min-w-0 flex-1 overflow-auto">
        <PlaceHead title={i18n.t("relations.title")} />
        <div className="p-4">{body}</div>
      </div>
    );
  if (isWide) return body;
  return <div className="min-w-0 flex-1 overflow-auto p-4">{body}</div>;
}

function openAiSettings(): void {
  void browser.tabs.create({ url: browser.runtime.getURL("/options.html#ai") });
}
