import { describe, expect, it } from "vitest";
import { readMeta, readOrdered, readPills, splitJobPlace } from "@/lib/capture/job-facts";
import {
  isAgo,
  isApplicants,
  isEmploymentLabel,
  isNote,
  isOtherLabel,
  isPay,
  isSeniority,
  isSeniorityLabel,
  plainTitle,
} from "@/lib/capture/job-words";
import { JOB_WORDS } from "@/lib/capture/languages/job-words";
import { LANGUAGES } from "@/lib/capture/languages/all";
import { employmentKind, workplaceType } from "@/lib/capture/words";

/** One job's line, pills and criteria as each language shows them. */
const SHOWN = {
  en: {
    ago: ["3 days ago", "Reposted 2 weeks ago", "1 hour ago", "Just now"],
    applied: ["Over 100 applicants", "Be among the first 25 applicants", "29 people clicked apply"],
    notes: ["Promoted by hirer", "Actively reviewing applicants", "Viewed", "Easy Apply"],
    pay: ["$90K/yr - $110K/yr", "Starting at $25.50/hr"],
    pills: ["Hybrid", "Full-time", "Mid-Senior level"],
    headings: ["Seniority level", "Employment type", "Job function", "Industries"],
    title: "Selected, Clerk (Verified job)",
  },
  fr: {
    ago: ["il y a 3 jours", "Republié il y a 2 semaines", "Il y a 1 heure"],
    applied: ["Plus de 100 candidats", "Soyez parmi les 25 premiers candidats"],
    notes: [
      "Promu par un recruteur",
      "Candidature simplifiée",
      "Examine activement les candidatures",
    ],
    pay: ["40 K €/an - 55 K €/an", "À partir de 2 500 €/mois"],
    pills: ["Hybride", "Temps plein", "Confirmé"],
    headings: ["Niveau hiérarchique", "Type d’emploi", "Fonction", "Secteurs"],
    title: "Sélectionné, Clerk (Offre d’emploi vérifiée)",
  },
  de: {
    ago: ["vor 3 Tagen", "Erneut veröffentlicht: vor 2 Wochen", "Vor 1 Stunde"],
    applied: ["Über 100 Bewerber:innen", "Gehören Sie zu den ersten 25 Bewerbern"],
    notes: ["Anzeige", "Einfach bewerben"],
    pay: ["45.000 €/Jahr - 52.000 €/Jahr", "Ab 20 €/Stunde"],
    pills: ["Vor Ort", "Vollzeit", "Berufseinstieg"],
    headings: ["Karrierestufe", "Beschäftigungsverhältnis", "Tätigkeitsbereich", "Branchen"],
    title: "Ausgewählt, Clerk (Verifizierter Job)",
  },
  es: {
    ago: ["hace 3 días", "Publicado de nuevo hace 2 semanas"],
    applied: ["Más de 100 solicitudes", "Sé de los primeros 25 solicitantes"],
    notes: ["Promocionado", "Solicitud sencilla"],
    pay: ["1.800 €/mes - 2.100 €/mes"],
    pills: ["Presencial", "Jornada completa", "Algo de responsabilidad"],
    headings: ["Nivel de antigüedad", "Tipo de empleo", "Función laboral", "Sectores"],
    title: "Seleccionado, Clerk (Empleo verificado)",
  },
  pt: {
    ago: ["há 3 dias", "Republicado há 2 semanas", "3 dias atrás"],
    applied: ["Mais de 100 candidaturas", "Seja um dos 25 primeiros a se candidatar: 3 candidatos"],
    notes: ["Promovida", "Candidatura simplificada", "Avaliando candidatos ativamente"],
    pay: ["R$ 5.000/mês - R$ 7.000/mês"],
    pills: ["Remoto", "Tempo integral", "Pleno-sênior"],
    headings: ["Nível de experiência", "Tipo de emprego", "Função", "Setores"],
    title: "Selecionada, Clerk (Vaga verificada)",
  },
  it: {
    ago: ["3 giorni fa", "Ripubblicato 2 settimane fa"],
    applied: ["Più di 100 candidati", "Candidati tra i primi 25 candidati"],
    notes: ["Promosso", "Candidatura semplice"],
    pay: ["30.000 €/anno - 35.000 €/anno"],
    pills: ["In sede", "A tempo pieno", "Livello medio-alto"],
    headings: ["Livello di anzianità", "Tipo di impiego", "Funzione lavorativa", "Settori"],
    title: "Selezionato, Clerk (Offerta di lavoro verificata)",
  },
  nl: {
    ago: ["3 dagen geleden", "Opnieuw geplaatst: 2 weken geleden"],
    applied: ["Meer dan 100 sollicitanten", "Wees een van de eerste 25 sollicitanten"],
    notes: ["Gepromoot", "Eenvoudig solliciteren"],
    pay: ["€ 3.000/maand - € 3.500/maand"],
    pills: ["Op locatie", "Voltijd", "Instapfunctie"],
    headings: ["Senioriteitsniveau", "Dienstverband", "Functie", "Bedrijfstakken"],
    title: "Geselecteerd, Clerk (Geverifieerde vacature)",
  },
};

describe("the words of a job, in each language", () => {
  it("has words for each language there is", () => {
    expect(Object.keys(SHOWN).sort()).toEqual(Object.keys(JOB_WORDS).sort());
    expect(Object.keys(JOB_WORDS)).toHaveLength(LANGUAGES.length);
  });

  it.each(Object.entries(SHOWN))("%s", (_, shown) => {
    const { ago, applied, notes, pay, pills, headings, title } = shown;
    for (const text of ago)
      expect([text, isAgo(text), isApplicants(text)]).toEqual([text, true, false]);
    for (const text of applied)
      expect([text, isApplicants(text), isAgo(text)]).toEqual([text, true, false]);
    for (const text of notes) expect([text, isNote(text)]).toEqual([text, true]);
    for (const text of pay) expect([text, isPay(text)]).toEqual([text, true]);
    const [workplace = "", employmentType = "", seniority = ""] = pills;
    expect(readPills([...pills, ...pay])).toEqual({
      workplace,
      employmentType,
      seniority,
      salary: { text: pay[0] },
    });
    expect([workplaceType(workplace), employmentKind(employmentType)]).toEqual([
      expect.any(String),
      "fullTime",
    ]);
    expect(isSeniority(seniority)).toBe(true);
    const [level = "", kind = "", ...others] = headings;
    expect([isSeniorityLabel(level), isEmploymentLabel(kind)]).toEqual([true, true]);
    expect(others.map(isOtherLabel)).toEqual([true, true]);
    expect(plainTitle(title)).toBe("Clerk");
    const place = `Ghent, Flanders (${workplace})`;
    expect(splitJobPlace(place)).toEqual({ location: "Ghent, Flanders", workplace });
    expect(readMeta([place, ago[0], applied[0]].join(" · "))).toEqual({
      location: "Ghent, Flanders",
      workplace,
      postedText: ago[0],
      applicantsText: applied[0],
    });
    expect(readMeta([notes[0], notes.at(-1)].join(" · "))).toEqual({});
  });
});

describe("what is no fact of a job", () => {
  it.each([
    "Try Premium for $0",
    "1-month free, then $39.99/mo. Cancel whenever you want",
    "401(k)",
  ])("no pay: %s", (text) => expect(isPay(text)).toBe(false));

  it("takes no place from a line of notes, and no number from a closed job", () => {
    expect(readMeta("Promoted by hirer · Responses managed off LinkedIn")).toEqual({});
    expect(readMeta("Promoted · 15 company alumni work here")).toEqual({});
    expect(readMeta("Oslo, Norway · 2 months ago · No longer accepting applications")).toEqual({
      location: "Oslo, Norway",
      postedText: "2 months ago",
    });
  });

  it("tells the parts of a line by their order where no language knows them", () => {
    expect(readOrdered(["Place", "T4 mukh", "T5 mukh"])).toEqual({
      location: "Place",
      postedText: "T4 mukh",
      applicantsText: "T5 mukh",
    });
    expect(readOrdered(["Oslo, Norway"])).toEqual({ location: "Oslo, Norway" });
    expect(readOrdered(["Promoted by hirer", "12 alumni work here"])).toEqual({});
    expect(readOrdered(["Oslo", "Over 100 applicants"])).toEqual({
      location: "Oslo",
      applicantsText: "Over 100 applicants",
    });
  });

  it("knows the age by its place in a language without a table", () => {
    expect(readMeta("Göteborg, Sverige · för 3 dagar sedan · 12 sökande")).toEqual({
      location: "Göteborg, Sverige",
      postedText: "för 3 dagar sedan",
      applicantsText: "12 sökande",
    });
    expect(readMeta("東京都 · 3日前")).toEqual({ location: "東京都", postedText: "3日前" });
  });
});
