import type { Interaction } from "@/lib/model/interaction";
import type { Message } from "@/lib/model/message";
import type { Person } from "@/lib/model/person";
import { conversationsIn } from "@/lib/messaging/conversation";
import type { Scene } from "@/lib/messaging/due/due";
import { idOf } from "./people";

/** A Saturday, by any zone's clock. */
export const NOW = new Date("2026-11-21T12:00:00.000Z");

export function daysAgo(days: number): string {
  return new Date(NOW.getTime() - days * 86_400_000).toISOString();
}

export function person(last: number, more: Partial<Person> = {}): Person {
  return {
    id: idOf(last),
    createdAt: daysAgo(400),
    fullName: `Person ${last}`,
    degree: 1,
    ...more,
  };
}

let made = 1_000;
export function message(personId: string, days: number, more: Partial<Message> = {}): Message {
  made += 1;
  const sentAt = daysAgo(days);
  return {
    id: idOf(made),
    createdAt: sentAt,
    sentAt,
    personId,
    direction: "sent",
    status: "sent",
    channel: "linkedIn",
    content: "Are you well?",
    ...more,
  };
}

export function received(personId: string, days: number, more: Partial<Message> = {}): Message {
  return { ...message(personId, days, more), direction: "received" };
}

export function talk(personId: string, days: number, type: Interaction["type"]): Interaction {
  made += 1;
  return { id: idOf(made), createdAt: daysAgo(days), personId, type, at: daysAgo(days) };
}

export function scene(
  people: readonly Person[],
  { messages = [], ...more }: Partial<Scene> & { messages?: readonly Message[] } = {},
): Scene {
  return {
    now: NOW,
    people: new Map(people.map((one) => [one.id, one])),
    conversations: conversationsIn(messages),
    interactions: [],
    moves: [],
    applications: [],
    jobs: new Map(),
    lastContacts: new Map(),
    keepInTouchTags: {},
    followUpDays: 7,
    ...more,
  };
}
