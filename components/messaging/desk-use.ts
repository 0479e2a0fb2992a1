import type { Saved } from "@/lib/data/save";
import type { Occasion } from "@/lib/messaging/due/occasion";
import type { MessageForm } from "@/lib/messaging/limits";

/** What a draft that is written for a due action knows of it. */
export type DeskUse = {
  occasion: Occasion;
  /** The person has asked to write: the text is where the next key goes. */
  isAtOnce?: true;
  canOpen: (form: MessageForm) => boolean;
  /** Shows the conversation or the profile; the person has just pressed a key for it. */
  open: (form: MessageForm) => Promise<unknown>;
  /** The draft left, or is about to: its action is under way. */
  begin: (messageId: string) => Promise<Saved>;
};
