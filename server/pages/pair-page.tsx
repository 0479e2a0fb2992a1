/** @jsxImportSource hono/jsx */
import { Problem } from "./page";
import type { Say } from "./words";

export function AskCodePage({ say, problem }: { say: Say; problem?: string | undefined }) {
  return (
    <section class="card">
      <h1>{say("codeAsk")}</h1>
      <p class="soft">{say("codeAskHint")}</p>
      <Problem>{problem}</Problem>
      <form method="get" action="/pair">
        <label for="code">{say("codeField")}</label>
        <input
          id="code"
          class="code"
          name="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxlength={20}
          required
          autofocus
        />
        <button>{say("continue")}</button>
      </form>
    </section>
  );
}

type Asked = { say: Say; userCode: string; deviceName: string; email: string };

/** The one look that stops a stranger: the same code on both screens. */
export function ApprovePage({ say, userCode, deviceName, email }: Asked) {
  return (
    <section class="card">
      <h1>{say("codeTitle")}</h1>
      <p>{say("deviceAsks", { device: deviceName, email })}</p>
      <p class="code-shown">{userCode}</p>
      <p class="note">{say("codeMismatch")}</p>
      <form method="post" action="/pair">
        <input type="hidden" name="user_code" value={userCode} />
        <button name="decision" value="approve">
          {say("approve")}
        </button>
        <button name="decision" value="deny" class="quiet">
          {say("deny")}
        </button>
      </form>
      <form method="post" action="/sign-out">
        <input type="hidden" name="next" value={`/pair?code=${userCode}`} />
        <button class="link">{say("otherAccount")}</button>
      </form>
    </section>
  );
}

export function DecidedPage({ say, approved }: { say: Say; approved: boolean }) {
  return (
    <section class="card" role="status">
      <h1>{say(approved ? "approvedTitle" : "deniedTitle")}</h1>
      <p>{say(approved ? "approved" : "denied")}</p>
    </section>
  );
}
