import type { Edit } from "@/lib/data/save";

/** What became of a conversation in the notebook. */
export type StoredThread = {
  /** Whom it is with; of several the first. */
  personId: string;
  name: string;
  /** Messages that were new, that stood, and drafts of ours the conversation shows as sent. */
  counts: { created: number; known: number; sent: number };
  /** What to `save` to bring back what stood. */
  undo: Edit[];
  at: string;
};
