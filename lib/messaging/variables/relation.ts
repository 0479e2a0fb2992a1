import { fieldOf, type Facts, type Variable } from "./variable";

/** A day or instant, written out in the draft's language. */
function longDate(at: string, { language }: Facts, timeZone = "UTC"): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone }).format(new Date(at));
}

export const relationVariables: readonly Variable[] = [
  {
    name: "lastTopic",
    aliases: ["dernier_sujet", "last_subject"],
    read: ({ lastInteraction, lastMessage }) =>
      fieldOf("interactions", lastInteraction, "subject") ??
      fieldOf("messages", lastMessage, "subject"),
  },
  {
    name: "lastInteractionDate",
    aliases: ["derniere_interaction", "date_derniere_interaction"],
    read: (facts) =>
      fieldOf("interactions", facts.lastInteraction, "at", (at) => longDate(at, facts)) ??
      fieldOf("messages", facts.lastMessage, "sentAt", (at) => longDate(at, facts)) ??
      fieldOf("people", facts.person, "lastInteractionAt", (at) => longDate(at, facts)),
  },
  {
    name: "connectedOn",
    aliases: ["date_connexion", "date_connected"],
    read: (facts) => fieldOf("people", facts.person, "connectedAt", (at) => longDate(at, facts)),
  },
  {
    name: "interviewDate",
    aliases: ["date_entretien"],
    read: (facts) =>
      fieldOf("interviews", facts.interview, "startsAt", (at) =>
        longDate(at, facts, facts.interview?.timezone),
      ),
  },
  {
    name: "interviewTime",
    aliases: ["heure_entretien"],
    read: ({ interview, language }) =>
      fieldOf("interviews", interview, "startsAt", (at) =>
        new Intl.DateTimeFormat(language, {
          hour: "numeric",
          minute: "2-digit",
          timeZone: interview?.timezone ?? "UTC",
          timeZoneName: "short",
        }).format(new Date(at)),
      ),
  },
  {
    name: "interviewPlace",
    aliases: ["lieu_entretien", "interview_location"],
    read: ({ interview }) => fieldOf("interviews", interview, "place"),
  },
  {
    name: "meetingLink",
    aliases: ["lien_visio", "meeting_url", "interview_link"],
    read: ({ interview }) => fieldOf("interviews", interview, "meetingUrl"),
  },
];
