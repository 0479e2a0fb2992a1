import { ChevronDown, Users } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Dialog } from "@/components/ui/dialog";
import { Editable } from "@/components/ui/editable";
import { cloudTeams } from "@/lib/cloud/extension-teams";
import { chosenName } from "@/lib/platform/chosen-workspace";
import { choose } from "@/lib/workspaces/extension-registry";
import type { KnownTeam } from "@/lib/workspaces/registry";
import { act, refreshTeams } from "./act";
import { Invitations } from "./invitations";
import { MemberList } from "./member-list";
import { TeamHistory } from "./team-history";
import { roleWord } from "./words";

/** One team: its name and one's role in it; opened, who else is there and what an owner may do. */
export function TeamCard({
  team,
  isOpen,
  onToggle,
}: {
  team: KnownTeam;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { id, name, role, database } = team;
  const isShown = chosenName() === database;
  const isOwner = role === "owner";
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-lg border bg-surface p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Users aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
        <h3 className="min-w-28 flex-1 font-medium wrap-anywhere">
          {isOwner && isOpen ? (
            <Editable
              label={i18n.t("teams.name")}
              value={name}
              onSave={(typed) => {
                if (typed.trim() === "") return false;
                void act(() => cloudTeams.rename(id, typed.trim()), refreshTeams);
                return true;
              }}
            />
          ) : (
            name
          )}
        </h3>
        <Badge>{roleWord(role)}</Badge>
        {isShown ? (
          <Badge tone="moss">{i18n.t("teams.shown")}</Badge>
        ) : (
          <Button size="sm" onClick={() => void choose(database)}>
            {i18n.t("teams.show")}
          </Button>
        )}
        <Button
          size="sm"
          variant="ghost"
          aria-expanded={isOpen}
          aria-label={i18n.t("teams.membersOf", [name])}
          onClick={onToggle}
        >
          {i18n.t("teams.members")}
          <ChevronDown
            aria-hidden="true"
            className={cn("transition-transform", isOpen && "rotate-180")}
          />
        </Button>
      </div>
      {isOpen && (
        <>
          <MemberList team={team} />
          {isOwner && <Invitations team={team} />}
          {isOwner && <TeamHistory team={team} />}
          <Leaving team={team} />
        </>
      )}
    </li>
  );
}

/** Leaving, or, for an owner, ending it. Either way its rows leave this device. */
function Leaving({ team }: { team: KnownTeam }) {
  const [asked, setAsked] = useState<"leave" | "delete">();
  const close = () => setAsked(undefined);
  const go = async () => {
    close();
    const { id } = team;
    await act(
      () => (asked === "delete" ? cloudTeams.remove(id) : cloudTeams.leave(id)),
      refreshTeams,
    );
  };
  return (
    <div className="flex flex-wrap gap-2 border-t pt-3">
      <Button size="sm" onClick={() => setAsked("leave")}>
        {i18n.t("teams.leave")}
      </Button>
      {team.role === "owner" && (
        <Button size="sm" variant="danger" onClick={() => setAsked("delete")}>
          {i18n.t("teams.delete")}
        </Button>
      )}
      <Dialog
        open={asked !== undefined}
        onClose={close}
        title={
          asked === "delete"
            ? i18n.t("teams.deleteTitle", [team.name])
            : i18n.t("teams.leaveTitle", [team.name])
        }
        description={asked === "delete" ? i18n.t("teams.deleteMore") : i18n.t("teams.leaveMore")}
        footer={
          <>
            <Button variant="ghost" onClick={close}>
              {i18n.t("common.cancel")}
            </Button>
            <Button variant="danger" onClick={() => void go()}>
              {asked === "delete" ? i18n.t("teams.delete") : i18n.t("teams.leave")}
            </Button>
          </>
        }
      />
    </div>
  );
}
