import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { fullMoment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { say } from "@/components/ui/toast";
import { cloudTeams } from "@/lib/cloud/extension-teams";
import type { SentInvitation } from "@/lib/cloud/teams";
import type { Role } from "@/lib/model/role";
import type { KnownTeam } from "@/lib/workspaces/registry";
import { act } from "./act";
import { roleIn, roleOptions, roleWord } from "./words";

/** Asking somebody in, and the invitations nobody has answered yet. */
export function Invitations({ team }: { team: KnownTeam }) {
  const [sent, setSent] = useState<SentInvitation>();
  const { data, refetch } = useQuery({
    queryKey: ["teams", team.id, "invitations"],
    queryFn: () => cloudTeams.invitations(team.id),
    staleTime: 0,
  });
  const send = (work: () => Promise<SentInvitation>) =>
    act(async () => {
      const answer = await work();
      setSent(answer.mailed ? undefined : answer);
      if (answer.mailed) await say(i18n.t("teams.invited", [answer.invitation.email]));
    }, refetch);
  return (
    <section aria-label={i18n.t("teams.invitations")} className="grid gap-2">
      <InviteForm
        onInvite={(email, role) => send(() => cloudTeams.invite(team.id, { email, role }))}
      />
      {sent?.link !== undefined && <LinkToCopy email={sent.invitation.email} link={sent.link} />}
      {data !== undefined && data.length > 0 && (
        <ul className="grid gap-px overflow-hidden rounded-md border bg-line">
          {data.map(({ id, email, role, expiresAt, isExpired }) => (
            <li
              key={id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1.5 bg-raised px-3 py-2 text-sm"
            >
              <span className="min-w-40 flex-1">
                <span className="wrap-anywhere">{email}</span>
                <span className="block text-xs text-ink-faint">
                  {roleWord(role)} · {i18n.t("teams.expires", [fullMoment(expiresAt)])}
                </span>
              </span>
              {isExpired && <Badge tone="saffron">{i18n.t("teams.expired")}</Badge>}
              <Button size="sm" onClick={() => void send(() => cloudTeams.resend(team.id, id))}>
                {i18n.t("teams.resend")}
              </Button>
              <Button
                size="sm"
                variant="danger"
                onClick={() => void act(() => cloudTeams.revoke(team.id, id), refetch)}
              >
                {i18n.t("teams.revoke")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function InviteForm({ onInvite }: { onInvite: (email: string, role: Role) => Promise<boolean> }) {
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("recruiter");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await onInvite(email.trim(), role)) setEmail("");
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-wrap gap-2">
      <Input
        required
        type="email"
        aria-label={i18n.t("teams.inviteWhom")}
        placeholder={i18n.t("teams.inviteWhom")}
        className="min-w-48 flex-1"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Select
        label={i18n.t("teams.inviteAs")}
        value={role}
        options={roleOptions()}
        onPick={(picked) => setRole(roleIn(picked))}
      />
      <Button type="submit" variant="primary">
        {i18n.t("teams.invite")}
      </Button>
    </form>
  );
}

/** Where the server sends no mail, the person hands the link over. */
function LinkToCopy({ email, link }: { email: string; link: string }) {
  const copy = () =>
    act(async () => {
      await navigator.clipboard.writeText(link);
      await say(i18n.t("teams.linkCopied"));
    });
  return (
    <Notice
      tone="saffron"
      title={i18n.t("teams.noMail")}
      action={
        <div className="flex w-full flex-wrap items-center gap-2">
          <Input
            readOnly
            aria-label={i18n.t("teams.link")}
            value={link}
            className="min-w-48 flex-1 font-mono text-xs"
            onFocus={(event) => event.target.select()}
          />
          <Button size="sm" onClick={() => void copy()}>
            {i18n.t("teams.copyLink")}
          </Button>
        </div>
      }
    >
      <span className="wrap-anywhere">{i18n.t("teams.noMailMore", [email])}</span>
    </Notice>
  );
}
