import { fold } from "../words";

/** Spellings of one thing, separated by "|", without case, accents and dots. */
type Words = string;

/**
 * What the lists of one interface language call the few things that are no fact of a row, and the time of one that is.
 * A word is a hint: where a link, the order of lines or the shape of a date says the same, that comes first.
 */
type RowWords = {
  /** Somewhere in a line that names whom one knows both. */
  mutual: Words;
  /** At the beginning of the line with the date of a connection. */
  connectedOn: Words;
  /** In front of the colon of a line that quotes what was searched for. */
  quoted: Words;
  /** After the number of results, and of the people at a company. */
  results: Words;
  members: Words;
  /** Somewhere in the line that says when an invitation was sent. */
  ago: Words;
  today: Words;
  yesterday: Words;
  minute: Words;
  hour: Words;
  day: Words;
  week: Words;
  month: Words;
  year: Words;
};

/** A language is one entry here. */
export const ROW_WORDS: Record<string, RowWords> = {
  en: {
    mutual: "mutual connection|mutual connections|mutual",
    connectedOn: "connected|connected on",
    quoted: "current|past|summary|skills|education|provides services|services|about|headline",
    results: "result|results",
    members: "associated member|associated members|employee|employees|alumni|people",
    ago: "ago|sent",
    today: "today|just now",
    yesterday: "yesterday",
    minute: "minute|minutes|min|mins",
    hour: "hour|hours|hr|hrs",
    day: "day|days",
    week: "week|weeks|wk|wks",
    month: "month|months|mo|mos",
    year: "year|years|yr|yrs",
  },
  fr: {
    mutual: "relation en commun|relations en commun|en commun",
    connectedOn:
      "connecte|connectee|en relation|en relation depuis|relation depuis|ajoute|date de mise en relation",
    quoted:
      "actuel|poste actuel|precedent|ancien poste|postes precedents|resume|competences|formation|services|propose des services",
    results: "resultat|resultats",
    members: "membre associe|membres associes|employe|employes|personnes|anciens eleves",
    ago: "il y a|envoye|envoyee|depuis",
    today: "aujourd'hui|a l'instant",
    yesterday: "hier",
    minute: "minute|minutes|min",
    hour: "heure|heures",
    day: "jour|jours",
    week: "semaine|semaines|sem",
    month: "mois",
    year: "an|ans|annee|annees",
  },
  de: {
    mutual: "gemeinsamer kontakt|gemeinsame kontakte|gemeinsamen kontakt|gemeinsame|gemeinsamen",
    connectedOn: "vernetzt|vernetzt am|vernetzt seit|kontakt seit|in kontakt seit",
    quoted:
      "aktuell|aktuelle position|fruher|fruhere position|zusammenfassung|kenntnisse|ausbildung|dienstleistungen|bietet dienstleistungen",
    results: "ergebnis|ergebnisse|ergebnissen",
    members:
      "verbundene mitglieder|zugehorige mitglieder|mitglieder|mitglied|beschaftigte|mitarbeiter|mitarbeiter:innen|personen|alumni",
    ago: "vor|gesendet|verschickt",
    today: "heute|gerade eben",
    yesterday: "gestern",
    minute: "minute|minuten|min",
    hour: "stunde|stunden|std",
    day: "tag|tage|tagen",
    week: "woche|wochen",
    month: "monat|monate|monaten",
    year: "jahr|jahre|jahren",
  },
  es: {
    mutual: "contacto en comun|contactos en comun|en comun",
    connectedOn: "conectado|conectada|conectado el|conectados el|contacto desde|en contacto desde",
    quoted: "actual|anterior|extracto|aptitudes|educacion|servicios|ofrece servicios",
    results: "resultado|resultados",
    members: "miembro asociado|miembros asociados|empleado|empleados|personas|antiguos alumnos",
    ago: "hace|enviado|enviada",
    today: "hoy|ahora mismo",
    yesterday: "ayer",
    minute: "minuto|minutos|min",
    hour: "hora|horas",
    day: "dia|dias",
    week: "semana|semanas|sem",
    month: "mes|meses",
    year: "ano|anos",
  },
  pt: {
    mutual: "conexao em comum|conexoes em comum|em comum",
    connectedOn: "conectado|conectada|conectado em|conectados em|conexao desde",
    quoted:
      "atual|anterior|resumo|competencias|formacao|formacao academica|servicos|presta servicos",
    results: "resultado|resultados",
    members:
      "usuario associado|usuarios associados|membros associados|funcionarios|pessoas|ex-alunos",
    ago: "ha|atras|enviado|enviada|enviado ha",
    today: "hoje|agora",
    yesterday: "ontem",
    minute: "minuto|minutos|min",
    hour: "hora|horas",
    day: "dia|dias",
    week: "semana|semanas|sem",
    month: "mes|meses",
    year: "ano|anos",
  },
  it: {
    mutual: "collegamento in comune|collegamenti in comune|in comune",
    connectedOn: "collegato|collegata|collegato il|collegati il|in collegamento dal",
    quoted: "attuale|attualmente|precedente|riepilogo|competenze|formazione|servizi|offre servizi",
    results: "risultato|risultati",
    members: "membro associato|membri associati|dipendenti|persone|ex studenti",
    ago: "fa|inviato|inviata",
    today: "oggi|adesso",
    yesterday: "ieri",
    minute: "minuto|minuti|min",
    hour: "ora|ore",
    day: "giorno|giorni|gg",
    week: "settimana|settimane|sett",
    month: "mese|mesi",
    year: "anno|anni",
  },
  nl: {
    mutual:
      "gemeenschappelijke connectie|gemeenschappelijke connecties|gemeenschappelijke|gezamenlijke connecties",
    connectedOn: "verbonden|verbonden op|connectie sinds|connectie gemaakt op",
    quoted:
      "huidig|huidige functie|vorige|vorige functie|samenvatting|vaardigheden|opleiding|diensten|biedt diensten aan",
    results: "resultaat|resultaten",
    members: "gekoppelde leden|geassocieerde leden|leden|lid|medewerkers|mensen|alumni",
    ago: "geleden|verzonden|verstuurd",
    today: "vandaag|zojuist",
    yesterday: "gisteren",
    minute: "minuut|minuten|min",
    hour: "uur|uren",
    day: "dag|dagen",
    week: "week|weken",
    month: "maand|maanden|mnd",
    year: "jaar|jaren",
  },
};

const languages = Object.values(ROW_WORDS);
const wordsFor = (key: keyof RowWords): string[] =>
  languages.flatMap((words) => words[key].split("|"));

/** Whether one of the words stands in a folded text, on its own. */
function holds(key: keyof RowWords): (folded: string) => boolean {
  const words = wordsFor(key).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(^|[^\\p{L}])(${words.join("|")})(?![\\p{L}])`, "u");
  return (folded) => pattern.test(folded);
}

const holdsMutual = holds("mutual");
export const holdsAgo = holds("ago");
export const saysToday = holds("today");
export const saysYesterday = holds("yesterday");

/** "A, B and 3 other mutual connections": a headline that speaks of mutual funds has no number and no list of names. */
export const isMutual = (line: string): boolean =>
  holdsMutual(fold(line)) && /\d|\p{Lu}\p{Ll}/u.test(line) && MUTUAL_END.test(fold(line));
const MUTUAL_END = new RegExp(
  `(^|[^\\p{L}])(${wordsFor("mutual").join("|")})(?![\\p{L}])[^\\p{L}]*$`,
  "u",
);

const quoted = new Set(wordsFor("quoted"));
/** "Current: Engineer at Acme": LinkedIn's own quotation from elsewhere on the profile. */
export const isQuoted = (line: string): boolean =>
  (line.includes(":") && quoted.has(fold(line.split(":")[0] ?? ""))) || isOffer(line);
/** "Provides services - Photography": words of one's own may begin with one of these, not with two. */
const isOffer = (line: string): boolean => {
  const [start = "", rest] = line.split(/ [-–] /);
  return rest !== undefined && start.includes(" ") && quoted.has(fold(start));
};

const startsConnected = new RegExp(`^(${wordsFor("connectedOn").join("|")})(?![\\p{L}])`, "u");
export const saysConnected = (line: string): boolean => startsConnected.test(fold(line));

const results = new Set(wordsFor("results"));
const members = new Set(wordsFor("members"));
export const isResults = (word: string): boolean => results.has(fold(word));
export const isMembers = (word: string): boolean => members.has(fold(word));

export type Unit = "minute" | "hour" | "day" | "week" | "month" | "year";
const UNITS = ["minute", "hour", "day", "week", "month", "year"] as const;
const units = new Map(UNITS.flatMap((unit) => wordsFor(unit).map((word) => [word, unit] as const)));
export const unitOf = (word: string): Unit | undefined => units.get(fold(word));
