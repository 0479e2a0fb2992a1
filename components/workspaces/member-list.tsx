import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { sentenceOf } from "@/components/ui/sentences";
import { cloudTeams } from "@/lib/cloud/extension-teams";
import type { Member } from "@/lib/cloud/teams";
import type { KnownTeam } from "@/lib/workspaces/registry";
import { act, refreshTeams } from "./act";
import { roleIn, roleOptions, roleWord } from "./words";

/** Who is in the team. The list is the server's: without a network it says so. */
export function MemberList({ team }: { team: KnownTeam }) {
  const isOwner = team.role === "owner";
  const [leaving, setLeaving] = useState<Member>();
  const { data, error, refetch } = useQuery({
    queryKey: ["teams", team.id, "members"],
    queryFn: () => cloudTeams.members(team.id),
    staleTime: 0,
  });
  const change = (work: () => Promise<void>) =>
    act(work, () => Promise.all([refetch(), refreshTeams()]));
  if (error)
    return (
      <Notice
        action={
          <Button size="sm" onClick={() => void refetch()}>
            {i18n.t("rejected.retry")}
          </Button>
        }
      >
        {sentenceOf(error)}
      </Notice>
    );
  return (
    <>
      <ul
        aria-label={i18n.t("teams.members")}
        className="grid gap-px overflow-hidden rounded-md border bg-line"
      >
        {data?.map((member) => (
          <li
            key={member.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1.5 bg-raised px-3 py-2 text-sm"
          >
            <span className="min-w-40 flex-1 wrap-anywhere">
              {member.email}
              {member.isYou && (
                <Badge tone="moss" className="ml-2">
                  {i18n.t("teams.you")}
                </Badge>
              )}
            </span>
            {isOwner ? (
              <Select
                label={i18n.t("teams.roleOf", [member.email])}
                value={member.role}
                options={roleOptions()}
                onPick={(role) =>
                  void change(() => cloudTeams.changeRole(team.id, member.id, roleIn(role)))
                }
              />
            ) : (
              <span className="text-ink-soft">{roleWord(member.role)}</span>
            )}
            {isOwner && !member.isYou && (
              <Button size="sm" variant="danger" onClick={() => setLeaving(member)}>
                {i18n.t("teams.remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        open={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={i18n.t("teams.removeTitle", [leaving?.email ?? ""])}
        description={i18n.t("teams.removeMore")}
        footer={
          <>
            <Button variant="ghost" onClick={() => setLeaving(undefined)}>
              {i18n.t("common.cancel")}
            </Button>
            <Button
              variant="danger"
              onClick={() => {
                const id = leaving?.id;
                setLeaving(undefined);
                if (id !== undefined) void change(() => cloudTeams.removeMember(team.id, id));
              }}
            >
              {i18n.t("teams.remove")}
            </Button>
          </>
        }
      />
    </>
  );
}
