/**
 * What the pages of jobs call the few things between which the facts of a job stand, in English, French, German,
 * Spanish, Portuguese, Italian and Dutch; without case, accents and dots, separated by "|".
 */
export type JobWords = {
  /** In a text of how long ago a job was posted, beside a number: at its end, or somewhere in front of the number. */
  agoAfter: string;
  agoBefore: string;
  /** How long ago, without a number. */
  now: string;
  /** Somewhere in a text of how many applied. */
  applied: string;
  /** At the beginning of a text of who pays for the job's place in the list, or of what the viewer did with it. */
  notes: string;
  /** How far one must have come. */
  seniority: string;
  /** What stands above that, above the kind of employment, and above the field of work and the industry. */
  seniorityLabel: string;
  employmentLabel: string;
  otherLabel: string;
  /** In front of the title of the card that is open, and behind one the site vouches for, for who hears the page. */
  chosen: string;
  verified: string;
  /** What follows an amount: "/yr". */
  periods: string;
};

/** A language is one entry here. */
export const JOB_WORDS: Record<string, JobWords> = {
  en: {
    agoAfter: "ago",
    agoBefore: "",
    now: "just now|yesterday|today",
    applied: "applicant|applicants|applied|apply|applications",
    notes:
      "promoted|sponsored|viewed|saved|applied|easy apply|actively reviewing|actively recruiting|actively hiring|be an early applicant|responses managed|no longer accepting|with verification",
    seniority:
      "internship|entry level|associate|mid-senior level|director|executive|not applicable",
    seniorityLabel: "seniority level|experience level",
    employmentLabel: "employment type|job type",
    otherLabel: "job function|function|industries|industry",
    chosen: "selected",
    verified: "verified job|with verification",
    periods: "yr|year|mo|month|wk|week|day|hr|hour",
  },
  fr: {
    agoAfter: "",
    agoBefore: "il y a",
    now: "a l'instant|hier|aujourd'hui",
    applied: "candidat|candidats|candidature|candidatures|postule|postuler",
    notes:
      "promu|promue|sponsorise|sponsorisee|post sponsorise|vu|vue|consulte|consultee|enregistre|enregistree|candidature envoyee|candidature simplifiee|examine activement|examen actif|en cours d'evaluation|recrute activement|soyez parmi les premiers|faites partie des premiers|reponses gerees|n'accepte plus",
    seniority:
      "stage|stagiaire|premier emploi|debutant|associe|confirme|experimente|intermediaire|manager|directeur|cadre dirigeant|cadre superieur|non pertinent|non applicable",
    seniorityLabel: "niveau hierarchique|niveau d'experience",
    employmentLabel: "type d'emploi|type de poste|type de contrat",
    otherLabel: "fonction|fonction du poste|domaine|secteurs|secteur|secteurs d'activite",
    chosen: "selectionne|selectionnee",
    verified: "offre verifiee|offre d'emploi verifiee|emploi verifie|avec verification",
    periods: "an|annee|mois|semaine|jour|heure|h",
  },
  de: {
    agoAfter: "",
    agoBefore: "vor",
    now: "gerade eben|gestern|heute",
    applied: "bewerber|bewerbern|bewerber:innen|bewerber/innen|bewerbung|bewerbungen|beworben",
    notes:
      "anzeige|gesponsert|beworben|angesehen|gespeichert|einfach bewerben|einfache bewerbung|aktiv auf der suche|sichtet aktiv|pruft aktiv|seien sie einer der ersten|seien sie unter den ersten|antworten werden|bewerbungen werden nicht mehr|nimmt keine bewerbungen",
    seniority:
      "praktikum|praktikant|praktikant:in|berufseinstieg|berufseinsteiger|berufseinsteiger:in|berufserfahren|berufserfahren (junior)|berufserfahren (senior)|mit berufserfahrung|mittleres management|manager/in|direktor|direktor:in|direktor/in|fuhrungskraft|fuhrungsebene|geschaftsfuhrung|geschaftsfuhrer/in|nicht zutreffend|keine angabe",
    seniorityLabel: "karrierestufe|erfahrungsstufe|senioritatsgrad",
    employmentLabel: "beschaftigungsverhaltnis|art der beschaftigung|anstellungsart",
    otherLabel: "tatigkeitsbereich|funktion|branchen|branche",
    chosen: "ausgewahlt",
    verified: "verifizierter job|verifizierte stelle|verifizierte stellenanzeige|mit verifizierung",
    periods: "jahr|monat|woche|tag|stunde|std",
  },
  es: {
    agoAfter: "",
    agoBefore: "hace",
    now: "ahora mismo|ayer|hoy",
    applied: "solicitud|solicitudes|solicitante|solicitantes|solicitado|candidato|candidatos",
    notes:
      "promocionado|promocionada|visualizado|solicitado|solicitud sencilla|solicitud enviada|evaluando solicitudes|evaluando candidatos|contratando activamente|se de los primeros|se uno de los primeros|respuestas gestionadas|ya no se aceptan",
    seniority:
      "practicas|becario|sin experiencia|principiante|algo de responsabilidad|asociado|intermedio|intermedio-avanzado|nivel medio-alto|director|ejecutivo|no corresponde|no aplicable",
    seniorityLabel: "nivel de antiguedad|nivel de experiencia",
    employmentLabel: "tipo de empleo|tipo de trabajo",
    otherLabel: "funcion laboral|funcion|sectores|sector|industrias",
    chosen: "seleccionado|seleccionada",
    verified: "empleo verificado|oferta verificada|con verificacion",
    periods: "ano|mes|semana|dia|hora",
  },
  pt: {
    agoAfter: "atras",
    agoBefore: "ha",
    now: "agora|ontem|hoje",
    applied: "candidato|candidatos|candidatura|candidaturas|candidatou-se|candidataram-se",
    notes:
      "promovido|promovida|promovidas|visualizado|visualizada|candidatura enviada|candidatura simplificada|avaliando candidatos|analisando candidatos|recrutando|seja um dos primeiros|seja o primeiro|respostas gerenciadas|nao aceita mais|ja nao aceita",
    seniority:
      "estagio|estagiario|assistente|junior|pleno-senior|pleno|senior|diretor|executivo|nao aplicavel",
    seniorityLabel: "nivel de experiencia|nivel de antiguidade",
    employmentLabel: "tipo de emprego|tipo de vaga|tipo de trabalho",
    otherLabel: "funcao|funcao profissional|setores|setor|sectores",
    chosen: "selecionado|selecionada",
    verified: "vaga verificada|com verificacao",
    periods: "ano|mes|semana|dia|hora|h",
  },
  it: {
    agoAfter: "fa",
    agoBefore: "",
    now: "adesso|ieri|oggi",
    applied: "candidato|candidati|candidatura|candidature|candidata|candidate",
    notes:
      "promosso|promossa|sponsorizzato|visualizzato|visualizzata|candidatura semplice|candidatura inviata|selezione attiva|valutazione attiva|in fase di valutazione|candidati tra i primi|risposte gestite|non accetta piu",
    seniority:
      "stage|tirocinio|esperienza minima|livello base|associato|livello medio-alto|livello medio|direttore|dirigente|executive|non applicabile",
    seniorityLabel: "livello di anzianita|livello di esperienza",
    employmentLabel: "tipo di impiego|tipo di lavoro|tipo di contratto",
    otherLabel: "funzione lavorativa|funzione|settori|settore",
    chosen: "selezionato|selezionata",
    verified: "offerta verificata|offerta di lavoro verificata|con verifica",
    periods: "anno|mese|settimana|giorno|ora|h",
  },
  nl: {
    agoAfter: "geleden",
    agoBefore: "",
    now: "zojuist|gisteren|vandaag",
    applied: "sollicitant|sollicitanten|sollicitatie|sollicitaties|gesolliciteerd|solliciteren",
    notes:
      "gepromoot|gesponsord|bekeken|opgeslagen|gesolliciteerd|eenvoudig solliciteren|makkelijk solliciteren|sollicitanten actief|beoordeelt actief|werft actief|wees een van de eersten|wees bij de eersten|reacties beheerd|accepteert geen",
    seniority:
      "stage|stagiair|instapniveau|instapfunctie|starter|medewerker|medior|medior/senior|midden-/hoger niveau|directeur|leidinggevende|bestuurder|niet van toepassing",
    seniorityLabel: "senioriteitsniveau|ervaringsniveau|functieniveau",
    employmentLabel: "dienstverband|type dienstverband|soort baan|soort dienstverband",
    otherLabel: "functie|functiecategorie|bedrijfstakken|bedrijfstak|branches|sectoren",
    chosen: "geselecteerd",
    verified: "geverifieerde vacature|met verificatie",
    periods: "jaar|maand|mnd|week|dag|uur",
  },
};
