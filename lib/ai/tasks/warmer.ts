import { rewriteTask } from "./rewrite";

export const warmer = rewriteTask({
  name: "warmer",
  rule: () =>
    "You make a draft warmer: more personal and more generous, never gushing, about as long as before.",
});
