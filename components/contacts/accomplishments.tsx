/* oxlint-disable react/no-array-index-key -- two entries may say the same, and a list is replaced whole */
import { ExternalLink } from "lucide-react";
import { i18n } from "#i18n";
import { locale } from "@/components/ui/locale";
import { spanText } from "@/lib/contacts/career";
import type { Person } from "@/lib/model/person";
import { LongText } from "./long-text";

type Accomplishment = NonNullable<Person["projects"]>[number];
type Certification = NonNullable<Person["certifications"]>[number];

/** What somebody did beside the jobs: a title, where and when, and their own words. */
export function Accomplishments({ items }: { items: readonly Accomplishment[] }) {
  return (
    <ol className="grid gap-2.5">
      {items.map((item, i) => (
        <Entry
          key={`${item.title} ${i}`}
          title={item.title}
          {...(item.url !== undefined && { url: item.url })}
          facts={[
            item.role,
            item.organization,
            item.number,
            item.score,
            whenOf(item),
            item.cause,
            item.associatedWith !== item.organization ? item.associatedWith : undefined,
          ]}
          {...(item.description !== undefined && { text: item.description })}
        />
      ))}
    </ol>
  );
}

export function Certifications({ items }: { items: readonly Certification[] }) {
  return (
    <ol className="grid gap-2.5">
      {items.map((item, i) => (
        <Entry
          key={`${item.name} ${i}`}
          title={item.name}
          {...(item.url !== undefined && { url: item.url })}
          facts={[
            item.issuer,
            spanText({ start: item.issuedAt, end: item.expiresAt }, locale(), ""),
            item.credentialId,
          ]}
        />
      ))}
    </ol>
  );
}

/** What happened once has its day as a start, and no end. */
function whenOf({ startDate, endDate, current }: Accomplishment): string {
  return spanText({ start: startDate, end: endDate, current }, locale(), i18n.t("person.present"));
}

function Entry({
  title,
  url,
  facts,
  text,
}: {
  title: string;
  url?: string;
  facts: readonly (string | undefined)[];
  text?: string;
}) {
  const line = facts.filter(Boolean).join(" · ");
  return (
    <li className="grid gap-0.5 text-sm">
      <p className="font-medium">
        {url === undefined || !/^https?:\/\//.test(url) ? (
          title
        ) : (
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-baseline gap-1 rounded-sm hover:text-plum hover:underline"
          >
            {title}
            <ExternalLink
              aria-hidden="true"
              className="size-3 shrink-0 self-center text-ink-faint"
            />
          </a>
        )}
      </p>
      {line !== "" && <p className="text-xs text-ink-faint">{line}</p>}
      {text !== undefined && <LongText text={text} lines={2} />}
    </li>
  );
}
