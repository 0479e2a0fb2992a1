import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { i18n } from "#i18n";
import { LookingGlass } from "@/components/ui/drawings";
import { EmptyState } from "@/components/ui/empty-state";
import { language as screenLanguage } from "@/components/ui/locale";
import { sentenceOf } from "@/components/ui/sentences";
import { templateFor } from "@/lib/messaging/due/occasion";
import { firstTemplate, likelyForm, pastWith } from "@/lib/messaging/first-template";
import { mayContact } from "@/lib/messaging/may-contact";
import type { Assistant } from "./assistant";
import { DraftingSheet } from "./drafting-sheet";
import { begunQuery, useAccount, useFacts, useSelfLookup, useTemplates } from "./queries";
import { useNotReadAhead } from "./read-ahead";
import type { DeskUse } from "./desk-use";
import { sheetFrom, sheetOf, type Sheet } from "./use-draft";

const NotToContact = lazy(() => import("./not-to-contact"));

/**
 * Writing to somebody: what was begun is there again, else the likeliest template stands filled with what is
 * known of them. Give it a `key` per person.
 */
export default function Drafting({
  personId,
  assistant,
  desk,
  onDone,
}: {
  personId: string;
  assistant?: Assistant;
  /** Where it is written for a due action. */
  desk?: DeskUse;
  onDone: () => void;
}) {
  const [asked, setAsked] = useState<{ language: string; jobId?: string }>();
  const language = asked?.language ?? desk?.occasion.language ?? screenLanguage();
  const begun = useQuery({ ...begunQuery(personId), notifyOnChangeProps: ["data"] }).data;
  const draftLanguage = asked?.language ?? begun?.language ?? language;
  const jobId = asked ? asked.jobId : (begun?.jobId ?? desk?.occasion.jobId);
  const templates = useTemplates(draftLanguage);
  const account = useAccount();
  const facts = useFacts({ personId, language: draftLanguage, ...(jobId && { jobId }) });
  useSelf(facts.data?.self !== undefined || !facts.data);
  useNotReadAhead(personId);

  if (facts.error) return <EmptyState drawing={<LookingGlass />} title={sentenceOf(facts.error)} />;
  if (!facts.data || !templates || begun === undefined)
    return <p className="sr-only">{i18n.t("messaging.opening")}</p>;

  const { person } = facts.data;
  if (!mayContact(person))
    return (
      <Suspense>
        <NotToContact person={person} onDone={onDone} />
      </Suspense>
    );

  const form = desk?.occasion.form ?? likelyForm(person);
  const past = pastWith(person, Boolean(facts.data.lastInteraction ?? facts.data.lastMessage));
  const start = (): Sheet => {
    if (begun) return sheetOf(begun);
    const made = desk && templateFor(desk.occasion, templates, { form, language: draftLanguage });
    const usual = () => firstTemplate(templates, { form, language: draftLanguage, past });
    const template = made ?? (desk?.occasion.isBlank ? undefined : usual());
    const sheet = sheetFrom(template, form, draftLanguage);
    return {
      ...sheet,
      jobId: desk?.occasion.jobId,
      subject: desk?.occasion.subject ?? sheet.subject,
    };
  };
  return (
    <DraftingSheet
      start={start}
      isBegun={begun !== null}
      facts={facts.data}
      account={account}
      templates={templates}
      assistant={assistant}
      desk={desk}
      onAsk={setAsked}
      onDone={onDone}
    />
  );
}

/** The owner may have come from another device: looked for once, when everything is shown. */
function useSelf(isKnown: boolean): void {
  const queries = useQueryClient();
  const found = useSelfLookup(!isKnown);
  useEffect(() => {
    if (found && !isKnown) void queries.invalidateQueries({ queryKey: ["people", "facts"] });
  }, [found, isKnown, queries]);
}
