import { useId, useMemo, useState } from "react";
import { i18n } from "#i18n";
import { Input } from "@/components/ui/input";
import { fold } from "@/lib/contacts/fold";

export type KnownPerson = { id: string; title: string; subtitle: string };

const MOST = 5;

/** Finds somebody to show a template on. */
export function PersonPicker({
  people,
  onPick,
}: {
  people: readonly KnownPerson[];
  onPick: (person: KnownPerson) => void;
}) {
  const id = useId();
  const [text, setText] = useState("");
  const found = useMemo(() => {
    const wanted = fold(text);
    if (wanted === "") return [];
    return people.filter(({ title }) => ` ${fold(title)}`.includes(` ${wanted}`)).slice(0, MOST);
  }, [people, text]);
  return (
    <div className="grid gap-1">
      <Input
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-label={i18n.t("messaging.preview.who")}
        placeholder={i18n.t("messaging.preview.who")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key === "Enter" && first) {
            onPick(first);
            setText("");
          }
        }}
      />
      {found.length > 0 && (
        <ul id={id} role="listbox" className="grid rounded-md border bg-raised p-1">
          {found.map((person) => (
            <li
              key={person.id}
              role="option"
              aria-selected={false}
              onClick={() => {
                onPick(person);
                setText("");
              }}
              className="grid cursor-pointer rounded-sm px-2 py-1 text-sm hover:bg-hover"
            >
              <span className="truncate font-medium">{person.title}</span>
              <span className="truncate text-xs text-ink-faint">{person.subtitle}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
