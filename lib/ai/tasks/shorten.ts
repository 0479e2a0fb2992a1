import { rewriteTask } from "./rewrite";

export const shorten = rewriteTask({
  name: "shorten",
  rule: () =>
    "You make a draft shorter: about a third fewer words, the same meaning, the question or request kept. Cut what is polite padding first.",
});
