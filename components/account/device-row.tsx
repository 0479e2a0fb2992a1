import { Laptop } from "lucide-react";
import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Editable } from "@/components/ui/editable";
import { fullMoment, Moment } from "@/components/ui/moment";
import type { ConnectedDevice } from "@/lib/cloud/session";

/** One device of the account, what is to happen to it, and what can be done about it. */
export function DeviceRow({
  device,
  onRename,
  onRevoke,
  onWipe,
  onCallOff,
}: {
  device: ConnectedDevice;
  onRename: (name: string) => void;
  onRevoke: () => void;
  onWipe: () => void;
  onCallOff: () => void;
}) {
  const { name, lastSeenAt, current, wipe } = device;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 bg-surface px-3 py-2">
      <Laptop aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
      <div className="min-w-36 flex-1 text-sm">
        {wipe?.doneAt === undefined ? (
          <Editable
            label={i18n.t("account.deviceName")}
            value={name}
            onSave={(typed) => {
              if (typed.trim() === "") return false;
              onRename(typed.trim());
              return true;
            }}
          />
        ) : (
          <span className="text-ink-soft">{name}</span>
        )}
        <p className="text-xs text-ink-faint">
          {i18n.t("account.lastSeen")} <Moment at={lastSeenAt} />
        </p>
        {wipe && <p className="text-xs text-ink-soft">{wipeText(wipe)}</p>}
      </div>
      {current && <Badge tone="moss">{i18n.t("account.thisDevice")}</Badge>}
      {wipe && (
        <Badge tone={wipe.doneAt === undefined ? "saffron" : "moss"}>
          {wipe.doneAt === undefined ? i18n.t("account.wipePending") : i18n.t("account.wipeDone")}
        </Badge>
      )}
      {wipe && wipe.doneAt === undefined && (
        <Button size="sm" onClick={onCallOff}>
          {i18n.t("account.wipeCallOff")}
        </Button>
      )}
      {!current && !wipe && (
        <>
          <Button size="sm" onClick={onRevoke}>
            {i18n.t("account.revoke")}
          </Button>
          <Button size="sm" variant="danger" onClick={onWipe}>
            {i18n.t("account.wipe")}
          </Button>
        </>
      )}
    </li>
  );
}

function wipeText({ askedAt, doneAt, unsent }: NonNullable<ConnectedDevice["wipe"]>): string {
  if (doneAt === undefined) return i18n.t("account.wipeAsked", [fullMoment(askedAt)]);
  const done = i18n.t("account.wipedAt", [fullMoment(doneAt)]);
  return unsent ? `${done} ${i18n.t("account.wipeUnsent", unsent)}` : done;
}
