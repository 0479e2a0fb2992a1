import { rewriteTask } from "./rewrite";

export const translate = rewriteTask({
  name: "translate",
  rule: () =>
    "You translate a draft as somebody would write it who grew up with the language: greeting, politeness and sign-off as they are usual there.",
});
