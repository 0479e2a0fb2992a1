import { isReceived } from "../../conversation";
import { dueId, daysAfter, daysBefore, type Due, type Scene } from "../due";

const WINDOW = 60;
/** Two messages into silence are enough. */
const MOST = 2;

/** One's own message has waited long enough; asked once more, not again and again. A campaign's steps are its own. */
export function followUp({ conversations, people, now, followUpDays }: Scene): Due[] {
  const [oldest, newest] = [daysBefore(now, WINDOW), daysBefore(now, followUpDays)];
  return [...conversations.values()].flatMap(({ personId, last, unanswered }): Due[] => {
    if (isReceived(last) || unanswered === 0 || unanswered >= MOST || last.enrolmentId) return [];
    if (last.sentAt! < oldest || last.sentAt! > newest || !people.has(personId)) return [];
    return [
      {
        taskId: dueId("followUp", personId, last.id),
        kind: "followUp",
        personId,
        dueAt: daysAfter(last.sentAt!, followUpDays),
        reason: {
          rule: "followUp",
          at: last.sentAt!,
          on: { table: "messages", id: last.id },
          ...(last.content && { text: last.content }),
        },
      },
    ];
  });
}
