import { ArrowLeft } from "lucide-react";
import { useEffect } from "react";
import { i18n } from "#i18n";
import { useAssistant } from "@/components/ai/use-assistant";
import { useAllTagCounts } from "@/components/contacts/queries";
import { TagsField } from "@/components/contacts/tags-field";
import SendDesk from "@/components/messaging/desk/send-desk";
import Inbox from "@/components/messaging/inbox/inbox";
import Relations from "@/components/messaging/relations/relations";
import { IconButton } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { openThere } from "@/lib/platform/open-there";
import { openPage } from "./open-page";

export type Work = { view: "today" | "inbox" | "relations"; id?: string };

/** What is to be done, in place of the list: the day, the inbox, whom one keeps in touch with. */
export default function WorkScreen({
  work: { view, id },
  tabId,
  onGo,
}: {
  work: Work;
  /** The tab beside the panel, which is led where one writes. */
  tabId: number | undefined;
  onGo: (hash: string) => void;
}) {
  const { assistant, dialog } = useAssistant(() => openPage("/options.html#ai"));
  const tags = useAllTagCounts();
  useEffect(() => {
    // In a block: newer browsers give a promise back, which is no way to undo.
    scrollTo(0, 0);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another place begins at its top
  }, [view, id]);
  const toThere = (url: string) => openThere(url, tabId);
  const toPerson = (person: string) => onGo(`people/${person}`);
  return (
    <div className="grid grid-cols-1 gap-3 p-3">
      <div className="flex items-center gap-1">
        <IconButton label={i18n.t("common.back")} className="-ml-1" onClick={() => onGo("")}>
          <ArrowLeft aria-hidden="true" />
        </IconButton>
        <Segmented
          label={i18n.t("due.work")}
          value={view}
          options={[
            { value: "today", label: i18n.t("due.title") },
            { value: "inbox", label: i18n.t("inbox.title") },
            { value: "relations", label: i18n.t("relations.short") },
          ]}
          onChange={onGo}
        />
      </div>
      {view === "today" && (
        <SendDesk isWide={false} assistant={assistant} openThere={toThere} onPerson={toPerson} />
      )}
      {view === "inbox" && (
        <Inbox
          isWide={false}
          openId={id}
          assistant={assistant}
          openThere={toThere}
          renderLabel={(person) => (
            <TagsField key={person.id} table="people" id={person.id} tags={person.tags ?? []} />
          )}
          onOpen={(person) => onGo(person === undefined ? "inbox" : `inbox/${person}`)}
        />
      )}
      {view === "relations" && (
        <>
          <h2 className="title text-xl">{i18n.t("relations.title")}</h2>
          <Relations
            tags={tags.map(({ tag }) => tag)}
            onPerson={toPerson}
            onWrite={(person) => onGo(`people/${person}/write`)}
          />
        </>
      )}
      {dialog}
    </div>
  );
}
