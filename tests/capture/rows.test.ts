import { describe, expect, it } from "vitest";
import { agoIn, dayIn } from "@/lib/capture/rows/times";
import {
  isMembers,
  isMutual,
  isQuoted,
  isResults,
  ROW_WORDS,
  saysConnected,
} from "@/lib/capture/rows/words";

const NOW = new Date("2026-11-21T12:00:00.000Z");

type Said = {
  connected: string;
  mutual: string;
  quoted: string;
  results: string;
  members: string;
  weeks: string;
  yesterday: string;
};

/** One list in each language LinkedIn is read in: 17 May 2026, two weeks ago. */
const SAID: Record<string, Said> = {
  en: {
    connected: "Connected on May 17, 2026",
    mutual: "Ada, Ben and 3 other mutual connections",
    quoted: "Current: Engineer at Acme",
    results: "results",
    members: "associated members",
    weeks: "Sent 2 weeks ago",
    yesterday: "Yesterday",
  },
  fr: {
    connected: "En relation depuis le 17 mai 2026",
    mutual: "Ada, Ben et 3 autres relations en commun",
    quoted: "Poste actuel : Ingénieure chez Acme",
    results: "résultats",
    members: "membres associés",
    weeks: "Envoyée il y a 2 semaines",
    yesterday: "Hier",
  },
  de: {
    connected: "Vernetzt am 17. Mai 2026",
    mutual: "Ada ist ein gemeinsamer Kontakt",
    quoted: "Aktuell: Ingenieurin bei Acme",
    results: "Ergebnisse",
    members: "verbundene Mitglieder",
    weeks: "Vor 2 Wochen gesendet",
    yesterday: "Gestern",
  },
  es: {
    connected: "Conectado el 17 de mayo de 2026",
    mutual: "Ada y 3 contactos más en común",
    quoted: "Actual: Ingeniera en Acme",
    results: "resultados",
    members: "miembros asociados",
    weeks: "Enviada hace 2 semanas",
    yesterday: "Ayer",
  },
  pt: {
    connected: "Conectado em 17 de maio de 2026",
    mutual: "Ada e mais 3 conexões em comum",
    quoted: "Atual: Engenheira na Acme",
    results: "resultados",
    members: "usuários associados",
    weeks: "Enviada há 2 semanas",
    yesterday: "Ontem",
  },
  it: {
    connected: "Collegato il 17 maggio 2026",
    mutual: "Ada e altri 3 collegamenti in comune",
    quoted: "Attuale: Ingegnera presso Acme",
    results: "risultati",
    members: "membri associati",
    weeks: "Inviata 2 settimane fa",
    yesterday: "Ieri",
  },
  nl: {
    connected: "Verbonden op 17 mei 2026",
    mutual: "Ada en 3 andere gemeenschappelijke connecties",
    quoted: "Huidige functie: Ingenieur bij Acme",
    results: "resultaten",
    members: "gekoppelde leden",
    weeks: "2 weken geleden verzonden",
    yesterday: "Gisteren",
  },
};

describe("the words of a list", () => {
  it("are tried in every language there is a table for", () => {
    expect(Object.keys(SAID)).toEqual(Object.keys(ROW_WORDS));
  });

  it.each(Object.entries(SAID))("are understood in %s", (_, said) => {
    expect([saysConnected(said.connected), dayIn(said.connected)]).toEqual([true, "2026-05-17"]);
    expect([isMutual(said.mutual), isQuoted(said.quoted)]).toEqual([true, true]);
    expect([isResults(said.results), isMembers(said.members)]).toEqual([true, true]);
    expect(agoIn(said.weeks, NOW)).toBe("2026-11-07T12:00:00.000Z");
    expect(agoIn(said.yesterday, NOW)).toBe("2026-11-20T12:00:00.000Z");
  });

  it("are not found in what people say of themselves", () => {
    for (const headline of [
      "Mutual funds, pensions and 3 other things",
      "Founder: the Current company",
      "Engineer with 20 years at sea",
      "Connecting people since 2010",
      "Head of Results | 12 years in sales",
      "Il y a 3 ans, j’ai tout quitté pour devenir luthière et vivre au vert",
    ]) {
      expect([headline, isMutual(headline), isQuoted(headline)]).toEqual([headline, false, false]);
      expect([headline, saysConnected(headline), agoIn(headline, NOW)]).toEqual([
        headline,
        false,
        undefined,
      ]);
    }
  });
});

describe("the day in a line", () => {
  it.each([
    ["Connected on September 1, 2025", "2025-09-01"],
    ["En relation depuis le 1er août 2025", "2025-08-01"],
    ["Vernetzt am 9. März 2025", "2025-03-09"],
    ["2026年5月17日にコネクト", "2026-05-17"],
    ["2026-05-17", "2026-05-17"],
    ["Connected on February 30, 2026", undefined],
    ["Połączono 17 maja 2026", undefined],
    ["Connected 3 days ago", undefined],
    ["Connected in May 2026", undefined],
    ["Flat 12, 20260 May Street", undefined],
  ])("%s", (line, day) => {
    expect(dayIn(line)).toBe(day);
  });
});
