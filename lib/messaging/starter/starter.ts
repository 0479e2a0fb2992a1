import type { Template } from "@/lib/model/template";

/** A template as it ships: the fields a person would fill in the editor. */
export type Starter = Pick<
  Template,
  "name" | "kind" | "form" | "category" | "emailType" | "subject" | "content" | "tone" | "purpose"
> & { key: string };
