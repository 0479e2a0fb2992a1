/** @jsxImportSource hono/jsx */
import type { Provider } from "../auth";
import { Problem } from "./page";
import type { Say } from "./words";

const NAMES: Record<Provider, string> = {
  google: "Google",
  microsoft: "Microsoft",
  linkedin: "LinkedIn",
};

export type SignInState = {
  say: Say;
  next: string;
  email: string;
  problem?: string | undefined;
};

/** Where it begins: a code by e-mail (or, where none leaves, in the log), a password, or somebody else's word for it. */
export function SignInPage(
  props: SignInState & {
    how: "code" | "password";
    providers: readonly Provider[];
    logged: boolean;
  },
) {
  const { say, next, email, problem, how, providers, logged } = props;
  const password = how === "password";
  const other = `/sign-in?next=${encodeURIComponent(next)}${password ? "" : "&how=password"}`;
  return (
    <section class="card">
      <h1>{say("signIn")}</h1>
      <p class="soft">{say("signInHint")}</p>
      <Problem>{problem}</Problem>
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <label for="email">{say("addressOrCode")}</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username"
          value={email}
          maxlength={254}
          required
        />
        {password && (
          <>
            <label for="password">{say("password")}</label>
            <input
              id="password"
              name="password"
              type="password"
              autocomplete="current-password"
              aria-describedby="password-hint"
              minlength={10}
              maxlength={128}
              required
            />
            <p id="password-hint" class="soft">
              {say("passwordHint")}
            </p>
          </>
        )}
        {password ? (
          <>
            <button name="step" value="password">
              {say("signIn")}
            </button>
            <button name="step" value="create" class="quiet">
              {say("create")}
            </button>
          </>
        ) : (
          <button name="step" value="code">
            {say(logged ? "logMe" : "emailMe")}
          </button>
        )}
      </form>
      <p>
        <a href={other}>{say(password ? "codeInstead" : "passwordInstead")}</a>
      </p>
      {providers.length > 0 && <hr />}
      {providers.map((provider) => (
        <form method="post" action="/sign-in">
          <input type="hidden" name="next" value={next} />
          <input type="hidden" name="provider" value={provider} />
          <button class="quiet" name="step" value="provider">
            {say("continueWith", { provider: NAMES[provider] })}
          </button>
        </form>
      ))}
    </section>
  );
}

/** The second step: the code from the letter, or from the log where no letters are sent. */
export function CodePage(props: SignInState & { step: "verify" | "prove"; logged: boolean }) {
  const { say, next, email, problem, step, logged } = props;
  return (
    <section class="card">
      <h1>{say("enterCode")}</h1>
      <p class={logged ? "note" : "soft"}>
        {logged ? say("codeLogged") : say("codeSent", { email })}
      </p>
      <Problem>{problem}</Problem>
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="email" value={email} />
        <label for="code">{say("codeField")}</label>
        <input
          id="code"
          class="code"
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          pattern="[0-9 ]*"
          maxlength={12}
          required
          autofocus
        />
        <button name="step" value={step}>
          {say("continue")}
        </button>
      </form>
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="email" value={email} />
        <button class="quiet" name="step" value={step === "prove" ? "again" : "code"}>
          {say("codeAgain")}
        </button>
      </form>
    </section>
  );
}
