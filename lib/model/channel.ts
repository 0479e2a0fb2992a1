import * as z from "zod";

/** Where a message travels. On LinkedIn a person presses the button; mail can go by itself. */
export const channel = z.enum([
  "linkedIn",
  "email",
  "sms",
  "phone",
  "whatsApp",
  "inPerson",
  "other",
]);

/** What a text is sent as; a note goes with an invitation. Each has its own length. */
export const messageForm = z.enum(["note", "message", "inMail", "email"]);
