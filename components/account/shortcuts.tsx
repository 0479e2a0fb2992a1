import { useEffect, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { browser } from "@/lib/platform/browser";

/** Where the browser lets one change shortcuts; Firefox has no address for it. */
const CHROMIUM_PAGE = "chrome://extensions/shortcuts";

/** The keys the browser itself listens to; those of a screen are on its own sheet, under `?`. */
export function Shortcuts() {
  const [commands, setCommands] = useState<{ name: string; does: string; keys: string }[]>([]);
  useEffect(() => {
    void browser.commands.getAll().then((all) =>
      setCommands(
        all
          .filter(({ description }) => description)
          .map(({ name = "", description = "", shortcut = "" }) => ({
            name,
            does: description,
            keys: shortcut,
          })),
      ),
    );
  }, []);
  return (
    <div className="grid gap-3 text-sm">
      <dl className="grid max-w-prose grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-2">
        {commands.map(({ name, does, keys }) => (
          <div key={name} className="contents">
            <dt>{does}</dt>
            <dd>{keys === "" ? i18n.t("shortcuts.none") : <Kbd keys={keys} />}</dd>
          </div>
        ))}
        <dt>{i18n.t("shortcuts.others")}</dt>
        <dd>
          <Kbd keys="?" />
        </dd>
      </dl>
      {import.meta.env.FIREFOX ? (
        <p className="text-ink-soft">{i18n.t("shortcuts.firefox")}</p>
      ) : (
        <Button
          className="justify-self-start"
          onClick={() => void browser.tabs.create({ url: CHROMIUM_PAGE })}
        >
          {i18n.t("shortcuts.change")}
        </Button>
      )}
    </div>
  );
}
