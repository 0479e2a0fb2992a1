import { assert, constantFrom, nat, oneof, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capture, PersonRecord } from "@/lib/capture/capture";
import { captureSchema } from "@/lib/capture/capture-schema";
import { read } from "@/lib/capture/read";
import { listReaders } from "@/lib/capture/readers/list";
import { openSaved, parseUncorrected } from "@/scripts/capture-file";
import { type Fixture, fixture, fixtures } from "./fixtures";

const NOW = new Date("2026-11-21T00:00:00.000Z");
const KINDS = new Set(["connections", "people-search", "company-people", "invitations"]);

const open = (html: string): Document => parseUncorrected(openSaved(html).html);
const capture = (url: string, doc: Document): Capture => read(url, doc, listReaders, NOW, "whole");
const people = ({ records }: Capture): PersonRecord[] => records ?? [];
const lists: Fixture[] = fixtures().filter(({ expected }) => KINDS.has(expected.kind ?? ""));

const nasty = oneof(
  string({ unit: "binary", maxLength: 40 }),
  constantFrom(
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "/in/__proto__/",
    "https://www.linkedin.com/in/%E0%A4%A/",
    "https://evil.example/in/ada/?x=/in/ben/",
    "\u202eabc",
  ),
);

describe("whatever a row says, it says it as text", () => {
  it.each(lists)("in the attributes of $name", ({ html, expected }) => {
    assert(
      property(nasty, nat(200), (value, at) => {
        const doc = open(html);
        const targets = [...doc.querySelectorAll("a[href], img, [aria-label], [componentkey]")];
        const el = targets[at % targets.length];
        for (const name of ["href", "alt", "src", "aria-label", "componentkey"]) {
          if (el?.hasAttribute(name)) el.setAttribute(name, value);
        }
        const got = capture(expected.url, doc);
        expect(captureSchema.safeParse(JSON.parse(JSON.stringify(got))).success).toBe(true);
        for (const { photoUrl = "https://", profileUrl = "https://" } of people(got)) {
          expect(photoUrl).toMatch(/^https:\/\//);
          expect(profileUrl).toMatch(/^https:\/\/[^\s"'<>]*$/);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is no row of the list makes no difference", () => {
  const STRANGERS = [
    '<aside><p>People you may know</p><div><a href="/in/decoy-one/"><p>Decoy One</p><p>At Decoy</p></a></div><div><a href="/in/decoy-two/">Decoy Two</a></div></aside>',
    '<nav><ul><li><a href="/in/the-viewer/">Me the Viewer</a></li></ul></nav>',
    '<dialog open><p>Decoy asks</p><a href="/in/decoy-three/">Decoy Three</a></dialog>',
    "<section><h2>Promoted</h2><p>Decoy Premium: 3 weeks free</p></section>",
    '<div><hr role="presentation"></div>',
  ];

  it.each(lists)("beside or between those of $name", ({ html, expected }) => {
    const asIs = capture(expected.url, open(html));
    assert(
      property(nat(STRANGERS.length - 1), nat(30), (which, where) => {
        const doc = open(html);
        const { body } = open(`<html><body>${STRANGERS[which]}</body></html>`);
        const stranger = doc.importNode(body.firstElementChild!, true);
        const rows = [...doc.querySelectorAll("main, [data-view-name$=list], [role=listitem], li")];
        const place = rows[where % rows.length]!;
        if (place.tagName === "MAIN") place.append(stranger);
        else place.parentElement!.insertBefore(stranger, place);
        const got = capture(expected.url, doc);
        expect(people(got)).toEqual(people(asIs));
        expect(got.total).toBe(asIs.total);
      }),
      { numRuns: 60 },
    );
  });

  it("as rows in another order are the same rows in that order", () => {
    const { html, expected } = fixture("sdui-connections");
    const doc = open(html);
    const [first, ...rest] = [...doc.querySelectorAll('[data-view-name="connections-list"]')];
    rest.at(-1)!.after(first!);
    const turned = people(capture(expected.url, doc));
    const asIs = people(capture(expected.url, open(html)));
    expect(turned).toEqual([...asIs.slice(1), asIs[0]]);
  });
});

const connections = "https://www.linkedin.com/mynetwork/invite-connect/connections/";
const frame = (inside: string): Document =>
  open(
    `<html><body><div data-sdui-screen="x.mynetwork.Connections"><main>${inside}</main></div></body></html>`,
  );
const row = (id: string, name: string): string =>
  `<div role="listitem"><a href="/in/${id}/"><figure></figure></a><a href="/in/${id}/"><p>${name}</p></a><p>Połączono 17 maja 2026</p></div>`;

const bare = (id: string, name: string): string =>
  `<div role="listitem"><a href="/in/${id}/"><figure aria-label="${name}"></figure></a><p>${name}</p><p>Engineer</p></div>`;
const key = ({ publicId, memberUrn, headline }: PersonRecord) => [publicId ?? memberUrn, headline];

describe("a list whose makers renamed everything", () => {
  const NAMES = / (?:data-view-name|componentkey|role|data-testid|data-sdui-screen|id)="[^"]*"/g;
  const same = lists.filter(({ name }) => name.startsWith("sdui-"));

  it.each(same)("still gives the people of $name, and none beside them", ({ html, expected }) => {
    const asIs = people(capture(expected.url, open(html)));
    const got = people(capture(expected.url, open(html.replace(NAMES, ""))));
    expect(got.map(key)).toEqual(asIs.map(key));
  });
});

describe("a list that cannot be read says so", () => {
  it("while the page is loading, and when the list is empty", () => {
    const codes = ["", "<h1>Connections</h1><p>You have no connections yet. Find people.</p>"].map(
      (inside) => capture(connections, frame(inside)).problems,
    );
    expect(codes).toEqual([[{ code: "still-loading" }], [{ code: "no-rows" }]]);
  });

  it("while the page before still stands under the new address", () => {
    const feed = frame(row("ada", "Ada") + row("ben", "Ben"));
    const screen = feed.querySelector("[data-sdui-screen]")!;
    const codes = ["flagshipnav.feed.Home", "flagshipnav.profile.Profile"].map((name) => {
      screen.setAttribute("data-sdui-screen", `com.linkedin.sdui.${name}`);
      return capture(connections, feed).problems[0]?.code;
    });
    expect(codes).toEqual(["still-loading", "still-loading"]);

    const received = fixture("sdui-invitations");
    const sent = capture(`${received.expected.url}sent/`, open(received.html));
    expect([sent.kind, sent.problems[0]?.code]).toEqual([null, "still-loading"]);
  });

  it("unless a row has no words in its links: then the line its picture is named after is the name", () => {
    const got = capture(connections, frame(bare("ada", "Ada") + bare("ben", "Ben")));
    expect(people(got).map(({ fullName, headline }) => [fullName, headline])).toEqual([
      ["Ada", "Engineer"],
      ["Ben", "Engineer"],
    ]);
    const unnamed = bare("ada", "Ada").replace('aria-label="Ada"', "");
    expect(capture(connections, frame(unnamed)).problems).toEqual([
      { code: "row-unreadable", row: 1 },
    ]);
  });

  it("in a language nobody knows reads who is there, and no date that it is not sure of", () => {
    const got = capture(
      connections,
      frame(row("ada", "Ada Zmyślona") + row("ben", "Ben Zmyślony")),
    );
    expect(
      people(got).map(({ fullName, headline, connectedAt }) => [fullName, headline, connectedAt]),
    ).toEqual([
      ["Ada Zmyślona", undefined, undefined],
      ["Ben Zmyślony", undefined, undefined],
    ]);
  });

  it("cut in the middle of a row keeps those before it, and says that it was cut", () => {
    const { html, expected } = fixture("sdui-connections");
    const saved = openSaved(html.slice(0, html.indexOf("Bram Tollinger ⭐")));
    const got = read(expected.url, parseUncorrected(saved.html), listReaders, NOW, saved.ending);
    expect(people(got).map(({ fullName }) => fullName)).toEqual(["Orla Fennimere"]);
    expect(got.problems).toEqual([{ code: "cut-off" }, { code: "row-unreadable", row: 2 }]);
  });

  it("holds ten thousand rows, in less time than somebody would notice", () => {
    const many = Array.from(
      { length: 10_000 },
      (_, i) =>
        `<div data-view-name="connections-list"><a href="/in/p${i}/"><p>Person ${i}</p><p>Engineer ${i}</p></a><p>Connected on May 17, 2026</p></div>`,
    );
    const doc = frame(many.join(""));
    const got = capture(connections, doc);
    expect(people(got)).toHaveLength(10_000);
  }, 60_000);
});
