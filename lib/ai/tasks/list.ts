import { draftMessage } from "./draft-message";
import { myVoice } from "./my-voice";
import { shorten } from "./shorten";
import { translate } from "./translate";
import { warmer } from "./warmer";

/** Every task, under its name. */
export const tasks = { draftMessage, shorten, warmer, translate, myVoice } as const;

export type TaskName = keyof typeof tasks;
