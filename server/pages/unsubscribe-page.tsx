/** @jsxImportSource hono/jsx */
import { Problem } from "./page";
import type { Say } from "./words";

export function LeavePage({ say, address }: { say: Say; address: string }) {
  return (
    <section class="card">
      <h1>{say("leaveTitle")}</h1>
      <p>{say("leaveText", { address })}</p>
      <form method="post">
        <input type="hidden" name="List-Unsubscribe" value="One-Click" />
        <button>{say("leave")}</button>
      </form>
    </section>
  );
}

export function LeftPage({ say, address }: { say: Say; address: string }) {
  return (
    <section class="card" role="status">
      <h1>{say("leftTitle")}</h1>
      <p>{say("left", { address })}</p>
    </section>
  );
}

export function NoLinkPage({ say }: { say: Say }) {
  return (
    <section class="card">
      <h1>{say("leaveTitle")}</h1>
      <Problem>{say("leaveBroken")}</Problem>
    </section>
  );
}
