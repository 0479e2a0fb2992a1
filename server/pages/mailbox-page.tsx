/** @jsxImportSource hono/jsx */
import { Problem } from "./page";

/** How connecting a mailbox ended. */
export function MailboxPage({
  title,
  text,
  problem,
}: {
  title: string;
  text?: string;
  problem?: string;
}) {
  return (
    <section class="card" role={problem === undefined ? "status" : undefined}>
      <h1>{title}</h1>
      {text !== undefined && <p>{text}</p>}
      <Problem>{problem}</Problem>
    </section>
  );
}
