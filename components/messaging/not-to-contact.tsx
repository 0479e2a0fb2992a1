import { Ban } from "lucide-react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { setMayContact } from "@/lib/messaging/store/due";
import type { Person } from "@/lib/model/person";
import { act } from "./desk/card-acts";
import { Recipient } from "./recipient";

/** In the place of a sheet: whoever said no is written to by nobody, until a person takes that back. */
export default function NotToContact({ person, onDone }: { person: Person; onDone: () => void }) {
  const { id, fullName, isSelf } = person;
  return (
    <div className="grid gap-3">
      <Recipient person={person} />
      <Notice
        tone="quiet"
        title={i18n.t(isSelf ? "due.isYou" : "due.saidNo", [fullName])}
        action={
          !isSelf && (
            <div className="flex flex-wrap gap-2 pt-1">
              <Button size="sm" onClick={onDone}>
                {i18n.t("common.back")}
              </Button>
              <Button
                size="sm"
                variant="ghost"
                onClick={() =>
                  void act(() => setMayContact(id, true), i18n.t("due.toldAllowed", [fullName]))
                }
              >
                <Ban aria-hidden="true" />
                {i18n.t("due.allow")}
              </Button>
            </div>
          )
        }
      >
        {!isSelf && i18n.t("due.saidNoHow")}
      </Notice>
    </div>
  );
}
