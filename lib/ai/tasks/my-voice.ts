import { signature } from "./draft-message";
import { rewriteTask, type RewriteInput } from "./rewrite";
import { voiceRules, type VoiceFacts } from "./voice";

export const myVoice = rewriteTask<RewriteInput & { voice: VoiceFacts }>({
  name: "myVoice",
  rule: ({ voice }) =>
    `You rewrite a draft so that it reads as its sender writes. ${voiceRules(voice)}`,
  request: ({ voice }) => signature(voice),
});
