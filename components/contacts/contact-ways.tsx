import { Cake, Globe, Mail, MapPin, MessageCircle, Phone, type LucideIcon } from "lucide-react";
import { fieldLabel } from "@/lib/contacts/field-label";
import { locale } from "@/components/ui/locale";
import type { Person } from "@/lib/model/person";

type Contact = NonNullable<Person["contact"]>;
type Way = { field: string; icon: LucideIcon; text: string; href?: string; kind?: string };

/** Ways to reach somebody that a connection alone is shown: kept on this device. */
export function ContactWays({ contact }: { contact: Contact }) {
  return (
    <ul className="grid gap-1.5 text-sm">
      {waysOf(contact).map(({ field, icon: Icon, text, href, kind }) => (
        <li key={`${field} ${text}`} className="flex min-w-0 items-center gap-2">
          <Icon
            role="img"
            aria-label={fieldLabel(field)}
            className="size-3.5 shrink-0 text-ink-faint"
          />
          {href === undefined ? (
            <span className="min-w-0 break-words">{text}</span>
          ) : (
            <a
              href={href}
              target="_blank"
              rel="noreferrer"
              className="min-w-0 truncate rounded-sm hover:text-plum hover:underline"
            >
              {text}
            </a>
          )}
          {kind !== undefined && <span className="text-xs text-ink-faint">{kind}</span>}
        </li>
      ))}
    </ul>
  );
}

function waysOf(contact: Contact): Way[] {
  const { emails = [], phones = [], websites = [], messengers = [], address, birthday } = contact;
  return [
    ...emails.map((text) => ({ field: "email", icon: Mail, text, href: `mailto:${text}` })),
    ...phones.map(({ number, kind }) => ({
      field: "phone",
      icon: Phone,
      text: number,
      href: `tel:${number.replace(/[^+\d]/g, "")}`,
      ...(kind !== undefined && { kind }),
    })),
    ...websites.map(({ url, kind }) => ({
      field: "websites",
      icon: Globe,
      text: url.replace(/^https?:\/\/|\/$/g, ""),
      ...(/^https?:\/\//.test(url) && { href: url }),
      ...(kind !== undefined && { kind }),
    })),
    ...messengers.map(({ name, service }) => ({
      field: "messengers",
      icon: MessageCircle,
      text: name,
      ...(service !== undefined && { kind: service }),
    })),
    ...(address === undefined ? [] : [{ field: "address", icon: MapPin, text: address }]),
    ...(birthday === undefined ? [] : [{ field: "birthday", icon: Cake, text: dayText(birthday) }]),
  ];
}

/** `MM-DD` as a day of no year. */
function dayText(birthday: string): string {
  const [month = 1, day = 1] = birthday.split("-").map(Number);
  return new Intl.DateTimeFormat(locale(), {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(new Date(Date.UTC(2024, month - 1, day)));
}
