import { strToU8, zipSync } from "fflate";

/** An export of invented people, as large as asked for: the same for the same numbers. */

const FIRST =
  "Ada Bo Zoé Jürgen Émil Fay Gus Hana Ivo Jun Kai Lena Milo Nora Otto Pia Remy Sol Tess Uma".split(
    " ",
  );
const LAST =
  "Abel Brook Calder Dunn Ember Frost Grove Hale Iver Joss Keller Lund Marsh Noor Orr Pike".split(
    " ",
  );
const FIRMS = "Atelier Harbour Quarry Meadow Lantern Copper Willow Anchor Granite Orchard".split(
  " ",
);
const POSTS =
  "Engineer Designer Buyer Recruiter Analyst Director Founder Writer Planner Nurse".split(" ");
const WORDS = (
  "thanks for the note about our meeting next week shall we say tuesday at ten the draft looks good " +
  "I would add a line on the budget and ask the team what they think of it before we send anything"
).split(" ");

/** Mulberry32: small, quick, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const next = random(7);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
const two = (value: number) => String(value).padStart(2, "0");
const slug = (n: number) => `person-${n.toString(36)}-${(n * 7919).toString(36)}`;
const nameOf = (n: number) =>
  `${FIRST[n % FIRST.length]} ${LAST[n % LAST.length]}${n.toString(36)}`;

export function connectionsCsv(count: number, since = 0): string {
  const rows = Array.from({ length: count }, (_, n) => {
    const [first, last] = nameOf(n).split(" ");
    const email = n % 20 === 0 ? `${slug(n)}@mail.example` : "";
    const day = `${two(1 + (n % 28))} May ${2012 + (n % 14)}`;
    const firm = `"${pick(FIRMS)} ${(n + since) % 900}, Ltd"`;
    return `${first},${last},https://www.linkedin.com/in/${slug(n)},${email},${firm},${pick(POSTS)},${day}`;
  });
  const head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
  return `Notes:\n"About e-mail addresses that are missing."\n\n${head}\n${rows.join("\n")}`;
}

export function messagesCsv(count: number, people: number): string {
  const head =
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT";
  const me = "https://www.linkedin.com/in/the-owner";
  const rows = Array.from({ length: count }, (_, n) => {
    const other = Math.floor(next() ** 3 * people);
    const url = `https://www.linkedin.com/in/${slug(other)}`;
    const text = Array.from({ length: 10 + Math.floor(next() * 50) }, () => pick(WORDS)).join(" ");
    const at = `${2014 + (n % 12)}-${two(1 + (n % 12))}-${two(1 + (n % 28))} ${two(n % 24)}:${two(n % 60)}:${two((n * 7) % 60)} UTC`;
    const sides =
      n % 2 === 0
        ? `The Owner,${me},${nameOf(other)},${url}`
        : `${nameOf(other)},${url},The Owner,${me}`;
    return `2-${other.toString(36)}=,,${sides},${at},,"${text}${n % 9 === 0 ? ` "" ${n}\n` : ""}",INBOX,,No`;
  });
  return `${head}\n${rows.join("\n")}\n`;
}

export function exportZip(connections: number, messages: number, since = 0): Uint8Array {
  return zipSync(
    {
      "Profile.csv": strToU8("First Name,Last Name,Headline\nThe,Owner,Knows people\n"),
      "Connections.csv": strToU8(connectionsCsv(connections, since)),
      "messages.csv": strToU8(messagesCsv(messages, connections)),
    },
    { level: 6 },
  );
}

/** A table of people as wide as an address book's. */
export function peopleCsv(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, n) => `${nameOf(n)};${slug(n)}@mail.example;${pick(FIRMS)} ${n % 900};${pick(POSTS)}`,
  );
  return `Name;Email;Company;Position\n${rows.join("\n")}\n`;
}
