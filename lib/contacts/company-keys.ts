import { fold } from "./fold";

/** What a person's position, a job or a page says of a company. */
export type CompanyNamed = {
  companyId?: string | undefined;
  url?: string | undefined;
  name?: string | undefined;
};

/** Legal forms: they tell what a company is, not which one. Only at the end of a name, dots left out. */
const LEGAL_FORMS = new Set(
  (
    "inc incorporated llc llp ltd limited plc corp corporation gmbh mbh ag kg kgaa ug se sa sas sasu sarl eurl " +
    "snc scop bv nv vof spa srl sl slu sau ltda lda oy oyj ab as asa aps pty pte"
  ).split(" "),
);

const SLUG = /\/(?:company|school|showcase)\/([^/?#]+)/;
const LONGEST = 120;

/** `id:1234`, `slug:acme`, `name:acme`: what tells which company is meant, the surest first. */
export function keysOfCompany({ companyId, url, name }: CompanyNamed): string[] {
  const slug = SLUG.exec(url ?? "")?.[1];
  const isNumber = slug !== undefined && /^\d+$/.test(slug);
  const id = companyId ?? (isNumber ? slug : undefined);
  const plain = companyNameKey(name ?? "");
  return [
    ...(id ? [`id:${id}`] : []),
    ...(slug && !isNumber ? [`slug:${decoded(slug)}`] : []),
    ...(plain ? [`name:${plain}`] : []),
  ];
}

/** "Émile & Fils S.A.S." and "emile & fils" are one name; "SAP AG" is "sap". */
export function companyNameKey(name: string): string {
  const words = fold(name).split(" ");
  while (words.length > 1 && LEGAL_FORMS.has((words.at(-1) ?? "").replaceAll(".", ""))) words.pop();
  return words.join(" ").slice(0, LONGEST);
}

/** Keys as `save` takes them; a key is never taken away. */
export function keyFields(keys: readonly string[]): Record<string, true> {
  return Object.fromEntries(keys.map((key) => [`keys/${key}`, true as const]));
}

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize("NFC").toLowerCase();
  } catch {
    return slug.toLowerCase();
  }
}
