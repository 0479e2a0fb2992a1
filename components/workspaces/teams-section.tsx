import { useState, type FormEvent } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { cloudTeams } from "@/lib/cloud/extension-teams";
import { act, refreshTeams } from "./act";
import { DepartedList } from "./departed-list";
import { TeamCard } from "./team-card";
import { useTeams } from "./use-teams";

/** The teams one is in, each with its members; and a new one. */
export default function TeamsSection({ isConnected }: { isConnected: boolean }) {
  const teams = useTeams();
  const [open, setOpen] = useState<string>();
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-sm text-ink-soft">
        {i18n.t("teams.lead")} {!isConnected && i18n.t("teams.connectFirst")}
      </p>
      <DepartedList />
      {teams !== undefined && teams.length > 0 && (
        <ul className="grid gap-2">
          {teams.map((team) => (
            <TeamCard
              key={team.id}
              team={team}
              isOpen={open === team.id}
              onToggle={() => setOpen(open === team.id ? undefined : team.id)}
            />
          ))}
        </ul>
      )}
      {isConnected && <NewTeam onFounded={setOpen} />}
    </div>
  );
}

function NewTeam({ onFounded }: { onFounded: (id: string) => void }) {
  const [name, setName] = useState("");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    await act(async () => {
      const { id } = await cloudTeams.create(name.trim());
      setName("");
      onFounded(id);
    }, refreshTeams);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex max-w-96 gap-2">
      <Input
        required
        aria-label={i18n.t("teams.name")}
        placeholder={i18n.t("teams.name")}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={name.trim() === ""}>
        {i18n.t("teams.create")}
      </Button>
    </form>
  );
}
