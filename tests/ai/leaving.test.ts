import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { createMask } from "@/lib/ai/mask";
import { outgoingFacts, secretsOf, type OutgoingRows } from "@/lib/ai/outgoing";
import { draftMessage } from "@/lib/ai/tasks/draft-message";
import { shorten } from "@/lib/ai/tasks/shorten";
import type { Person } from "@/lib/model/person";
import { readyHouse, type FakeServer } from "./fakes/house";

const open: FakeServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const at = "2026-03-04T09:30:00.000Z";
const id = (last: number) => `0190b0c0-0000-7000-8000-00000000000${last}`;
const firstDegree = { source: "capture", at, visibility: "firstDegree" } as const;

const person: Person = {
  id: id(1),
  createdAt: at,
  fullName: "Maëlle Brightwater",
  headline: "Archivist · write me: maelle (at) quillmark.example",
  about:
    "I keep maps. Call +33 1 99 00 12 34 or 0199001235, or maelle@quillmark.example. Since 2009-2014.",
  company: "Quillmark Archives",
  location: "Tellmoor",
  email: "maelle.private@home.example",
  phone: "+44 1632 960 961",
  websites: ["https://maelle.example"],
  notes: "owes me a secret lunch",
  tags: ["wary"],
  contact: {
    emails: ["maelle.first@degree.example"],
    phones: [{ number: "01632 960 777" }],
    birthday: "03-17",
    address: "12 Invented Street, Tellmoor",
  },
  interests: ["Underwater chess"],
  connectedAt: "2024-05-17",
  passport: { location: firstDegree, interests: firstDegree, connectedAt: firstDegree },
};
const self: Person = {
  id: id(2),
  createdAt: at,
  fullName: "Idris Fenwick",
  phone: "+33 1 00 00 00 00",
  contact: { emails: ["idris@fenwick.example"] },
};

const NEVER = [
  "quillmark.example",
  "home.example",
  "degree.example",
  "fenwick.example",
  "01 99",
  "1 99 00",
  "0199001235",
  "960 961",
  "960 777",
  "1 00 00 00",
  "Invented Street",
  "03-17",
  "secret lunch",
  "wary",
  "Underwater",
  "2024-05-17",
  "maelle.example",
  "Tellmoor",
];

async function sentOf(rows: OutgoingRows) {
  const house = await readyHouse();
  open.push(house.server);
  const facts = outgoingFacts(rows);
  const prepared = await house.gateway.prepare(
    draftMessage,
    {
      form: "message",
      purpose: "thank her",
      language: "en",
      limits: { body: 8_000 },
      variants: 1,
      facts,
    },
    secretsOf(rows),
  );
  await house.gateway.send(prepared);
  return house.server.seen.at(-1)!.text;
}

describe("what leaves for an AI", () => {
  it("holds no e-mail, phone, contact detail, note, tag or first-degree-only field", async () => {
    const sent = await sentOf({ person, self });
    for (const text of NEVER) expect(sent, text).not.toContain(text);
    expect(sent).toContain("Quillmark Archives");
    expect(sent).toContain("2009-2014");
  });

  it("holds none of them inside the user's own draft either, and the answer gets them back", async () => {
    const house = await readyHouse();
    open.push(house.server);
    const text = "Hello Maëlle, call me on +33 1 00 00 00 00 or idris@fenwick.example. Idris";
    const limits = { body: 8_000 };
    const prepared = await house.gateway.prepare(
      shorten,
      { text, language: "en", limits },
      secretsOf({ person, self }),
    );
    expect(prepared.hidden).toBe(2);
    house.server.model.next.push({
      do: "say",
      text: '{"subject": null, "text": "Maëlle, my number: [private 1]. [private 2], [phone 7]"}',
    });
    const { answer } = await house.gateway.send(prepared);
    expect(house.server.seen.at(-1)!.text).not.toMatch(/fenwick\.example|00 00 00/u);
    expect(answer.text).toBe(
      "Maëlle, my number: +33 1 00 00 00 00. idris@fenwick.example, [phone 7]",
    );
  });

  it("holds nothing of a field that no list names", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), fc.string({ minLength: 3 }), (secret, field) => {
        const row: Person = { ...person, [`x${field}`]: `§${secret}§` };
        expect(JSON.stringify(outgoingFacts({ person: row }))).not.toContain(
          JSON.stringify(`§${secret}§`).slice(1, -1),
        );
      }),
    );
  });
});

const anyMail = fc.emailAddress();
const anyPhone = fc
  .array(fc.integer({ min: 10, max: 99 }), { minLength: 4, maxLength: 5 })
  .map((pairs) => `+33 6 ${pairs.join(" ")}`);

describe("hiding", () => {
  it("leaves no address and no number in any text, and restores every one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyMail, anyPhone), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(" ", ", ", "\n", " – "),
        (private_, glue) => {
          const mask = createMask();
          const text = `Write${glue}${private_.join(glue)}${glue}please`;
          const hidden = mask.hide(text);
          for (const one of private_) expect(hidden).not.toContain(one);
          expect(mask.restore(hidden)).toBe(text);
        },
      ),
    );
  });

  it("knows years, days and amounts from numbers one calls", () => {
    const text = "2009-2014, 2019 – 2023, on 2026-03-04, 40 000 000 maps, 1,200 of 12000000 seen";
    expect(
      createMask()
        .hide(text)
        .replace(/\[phone 1\]/u, "12000000"),
    ).toBe(text);
  });

  it("gives the same thing the same name", () => {
    const mask = createMask(["Invented Street"]);
    expect(mask.hide("a@b.example, A@B.example, invented street")).toBe(
      "[e-mail 1], [e-mail 1], [private 1]",
    );
    expect(mask.count()).toBe(2);
  });
});
