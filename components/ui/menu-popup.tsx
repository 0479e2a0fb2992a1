import { Menu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Kbd } from "./kbd";
import type { MenuEntry, MenuProps } from "./menu-entry";

const ITEM =
  "flex min-h-8 cursor-default items-center gap-2 rounded-sm px-2 text-sm outline-none select-none focus:bg-plum-soft data-highlighted:bg-plum-soft [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint";

/** Opens at once: it is mounted when its button has been pressed. */
export default function MenuPopup({ trigger, entries, align = "end" }: MenuProps) {
  return (
    <Menu.Root defaultOpen>
      <Menu.Trigger render={trigger} />
      <Menu.Portal>
        <Menu.Positioner align={align} sideOffset={4} className="z-50 outline-none">
          <Menu.Popup
            ref={enter}
            className="max-h-(--available-height) min-w-48 animate-rise overflow-y-auto rounded-md border bg-raised p-1 text-ink shadow-pop outline-none"
          >
            {entries.map((entry, index) => (
              <Entry key={"label" in entry ? entry.label : index} entry={entry} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** The first entry is where one begins, however the menu was opened: the key that opened it and Enter choose it. */
function enter(popup: HTMLElement | null): void {
  popup?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case "line":
      return <Menu.Separator className="mx-1 my-1 h-px bg-line" />;
    case "item":
      return (
        <Menu.Item
          className={`${ITEM} data-disabled:opacity-55`}
          disabled={entry.why !== undefined}
          title={entry.why}
          onClick={entry.onSelect}
        >
          {entry.icon}
          <span className="flex-1">{entry.label}</span>
          {entry.hint !== undefined && (
            <span className="text-xs text-ink-faint tabular-nums">{entry.hint}</span>
          )}
          {entry.keys !== undefined && <Kbd keys={entry.keys} />}
        </Menu.Item>
      );
    case "check":
      return (
        <Menu.CheckboxItem className={ITEM} checked={entry.isOn} onCheckedChange={entry.onChange}>
          <Tick>
            <Menu.CheckboxItemIndicator>
              <Check aria-hidden="true" />
            </Menu.CheckboxItemIndicator>
          </Tick>
          <span className="max-w-52 flex-1 truncate">{entry.label}</span>
          <span className="text-xs text-ink-faint tabular-nums">{entry.hint}</span>
        </Menu.CheckboxItem>
      );
    case "choice":
      return (
        <Menu.RadioGroup value={entry.value} onValueChange={entry.onChange}>
          <Menu.GroupLabel className="eyebrow px-2 pt-2 pb-1">{entry.label}</Menu.GroupLabel>
          {entry.options.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value} className={ITEM}>
              <Tick>
                <Menu.RadioItemIndicator>
                  <Check aria-hidden="true" />
                </Menu.RadioItemIndicator>
              </Tick>
              <span className="flex-1">{label}</span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      );
  }
}

function Tick({ children }: { children: ReactNode }) {
  return <span className="grid size-4 place-items-center">{children}</span>;
}
