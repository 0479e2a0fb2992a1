import type { Facts } from "@/lib/messaging/variables/variable";

const at = "2026-03-04T09:30:00.000Z";

export function idOf(last: number): string {
  return `0190b0c0-0000-7000-8000-${String(last).padStart(12, "0")}`;
}

/** Two invented people, and all that a draft may speak of. */
export function someFacts(more: Partial<Facts> = {}): Facts {
  return {
    person: {
      id: idOf(1),
      createdAt: at,
      fullName: "Maëlle Brightwater",
      company: "Quillmark Archives",
      position: "Head of Collections",
      about: "I catalogued 1,200 maps for the Tellmoor School.",
      mutualConnections: 12,
    },
    self: { id: idOf(2), createdAt: at, fullName: "Idris Fenwick", company: "Lanternworks" },
    lastInteraction: {
      id: idOf(3),
      createdAt: at,
      personId: idOf(1),
      type: "call",
      at,
      subject: "shelving",
    },
    now: new Date(at),
    language: "en",
    ...more,
  };
}
