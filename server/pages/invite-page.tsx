/** @jsxImportSource hono/jsx */
import type { Role } from "@/lib/model/role";
import type { Say, Word } from "./words";

const ROLES: Record<Role, Word> = {
  owner: "roleOwner",
  recruiter: "roleRecruiter",
  hiringManager: "roleHiringManager",
  viewer: "roleViewer",
};

type Offer = { team: string; from: string; email: string; role: Role };

export function InvitePage({ say, code, offer }: { say: Say; code: string; offer: Offer }) {
  const { team, from, email, role } = offer;
  return (
    <section class="card">
      <h1>{say("inviteTitle")}</h1>
      <p>{say("inviteAsks", { from, team })}</p>
      <p class="note">
        <strong>{say(ROLES[role])}</strong>
      </p>
      <p class="soft">{say("inviteMore", { email })}</p>
      <form method="post" action="/invite">
        <input type="hidden" name="code" value={code} />
        <button name="decision" value="accept">
          {say("inviteAccept")}
        </button>
        <button name="decision" value="decline" class="quiet">
          {say("inviteDecline")}
        </button>
      </form>
    </section>
  );
}

export function AnsweredPage({
  say,
  team,
  accepted,
}: {
  say: Say;
  team: string;
  accepted: boolean;
}) {
  return (
    <section class="card" role="status">
      <h1>{say(accepted ? "joinedTitle" : "declinedTitle")}</h1>
      <p>{say(accepted ? "joined" : "declined", { team })}</p>
    </section>
  );
}

export function StalePage({ say }: { say: Say }) {
  return (
    <section class="card">
      <h1>{say("inviteStaleTitle")}</h1>
      <p>{say("inviteStale")}</p>
    </section>
  );
}

type Wrong = { say: Say; code: string; offered: string; email: string };

export function WrongAddressPage({ say, code, offered, email }: Wrong) {
  return (
    <section class="card">
      <h1>{say("inviteOtherTitle")}</h1>
      <p>{say("inviteOther", { offered, email })}</p>
      <form method="post" action="/sign-out">
        <input type="hidden" name="next" value={`/invite?code=${encodeURIComponent(code)}`} />
        <button>{say("otherAccount")}</button>
      </form>
    </section>
  );
}
