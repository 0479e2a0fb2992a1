import { describe, expect, it } from "vitest";
import { render } from "@/lib/messaging/language/render";
import { draftFrom } from "@/lib/messaging/draft";
import { limitsOf } from "@/lib/messaging/limits";
import { english } from "@/lib/messaging/starter/en";
import { french } from "@/lib/messaging/starter/fr";
import type { Facts } from "@/lib/messaging/variables/variable";
import { emailType } from "@/lib/model/template";

const at = "2026-03-04T09:30:00.000Z";
const id = (last: number) => `0190b0c0-0000-7000-8000-00000000000${last}`;

const bare: Facts = {
  person: { id: id(1), createdAt: at, fullName: "Maximiliane Brightwater-Thornfield" },
  now: new Date(at),
  language: "fr",
};
const full: Facts = {
  ...bare,
  person: {
    ...bare.person,
    company: "Quillmark Archives",
    position: "Head of Collections",
    education: [{ school: "Tellmoor School of Arts" }],
    lastInteractionAt: at,
  },
  self: {
    id: id(2),
    createdAt: at,
    fullName: "Idris Fenwick",
    company: "Lanternworks",
    position: "Curator",
    phone: "+33 1 00 00 00 00",
  },
  job: {
    id: id(3),
    createdAt: at,
    title: "Archivist",
    companyName: "Quillmark",
    location: "Lyon",
    salary: { text: "40–45 k€" },
    startDate: "2 May",
  },
  interview: {
    id: id(4),
    createdAt: at,
    applicationId: id(3),
    startsAt: at,
    timezone: "Europe/Paris",
    place: "12 Invented Street",
    meetingUrl: "https://meet.example/x",
  },
  lastInteraction: {
    id: id(5),
    createdAt: at,
    personId: id(1),
    type: "call",
    at,
    subject: "shelving",
  },
};

describe.each([
  ["en", english],
  ["fr", french],
] as const)("the starter set in %s", (_language, starters) => {
  it.each(starters.map((starter) => [starter.key, starter] as const))(
    "%s is one that can be sent, with all facts and with none but the names",
    (_key, starter) => {
      for (const facts of [full, { ...bare, self: full.self }]) {
        for (const source of [starter.content ?? "", starter.subject ?? ""]) {
          const draft = render(source, facts);
          expect(draft).toMatchObject({ faults: [], unknown: [], missing: [] });
          expect(draft.text).not.toMatch(/ {2}| [,.]|\(\)|\n{4}/u);
        }
      }
    },
  );

  it.each(starters.map((starter) => [starter.key, starter] as const))(
    "%s claims nothing by itself",
    (_key, starter) => {
      for (const facts of [full, { ...bare, self: full.self }]) {
        const { concerns } = draftFrom(starter, { account: "premium", facts });
        expect(concerns).toEqual([]);
      }
    },
  );

  it("keeps notes within a free account's limit for a long name, firm and school", () => {
    for (const { form, content } of starters) {
      if (form !== "note") continue;
      const { text } = render(content ?? "", full);
      expect(text.length, text).toBeLessThanOrEqual(limitsOf("note", "free").body);
    }
  });
});

describe("both languages", () => {
  it("hold the same templates", () => {
    expect(french.map(({ key, form, emailType: type }) => [key, form, type])).toEqual(
      english.map(({ key, form, emailType: type }) => [key, form, type]),
    );
  });

  it("hold each of the nine email types", () => {
    const held = new Set(english.map((starter) => starter.emailType));
    for (const type of emailType.options) if (type !== "jobAlert") expect(held).toContain(type);
  });
});
