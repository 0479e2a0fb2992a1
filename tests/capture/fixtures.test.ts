import { describe, expect, it } from "vitest";
import type { Capture } from "@/lib/capture/capture";
import { captureSchema } from "@/lib/capture/capture-schema";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { openSaved, parseUncorrected } from "@/scripts/capture-file";
import { type Fixture, fixture, fixtures } from "./fixtures";

const NOW = new Date("2026-11-21T00:00:00.000Z");

function capture({ html, expected }: Fixture, url = expected.url) {
  const saved = openSaved(html);
  return read(url, parseUncorrected(saved.html), allReaders, NOW, saved.ending);
}

describe("each page of our own", () => {
  for (const page of fixtures()) {
    it(`${page.name} gives what stands beside it, and the background believes it`, () => {
      const got = capture(page);
      const { capturedAt, ...rest } = got;
      expect(rest).toEqual(page.expected);
      expect(capturedAt).toBe(NOW.toISOString());
      expect(captureSchema.parse(JSON.parse(JSON.stringify(got)))).toEqual(got);
    });
  }

  it("leaks nobody else into any field", () => {
    const others = /Viewer|Mutual|Recommender|Another Face|Someone|Somebody|Decoy|Endorsed/;
    for (const page of fixtures()) {
      expect(factsOf(capture(page)), page.name).not.toMatch(others);
    }
  });
});

/** A member's note may speak of anybody; everything else is of the person of the record alone. */
function factsOf({ record, records = [] }: Pick<Capture, "record" | "records">): string {
  return JSON.stringify([record, records.map((one) => ({ ...one, invitation: undefined }))]);
}

describe("the check that the page is the one in the address", () => {
  const page = fixture("sdui-profile");

  it("takes the name in any case, with its accents encoded or not, in any language and under an overlay", () => {
    for (const path of [
      "ORLA-Fennimere",
      "orla-fennimere/fr",
      "orla-fennimere/overlay/contact-info/",
    ]) {
      expect(capture(page, `https://www.linkedin.com/in/${path}`).kind, path).toBe("profile");
    }
    const french = fixture("sdui-profile--french");
    expect(capture(french, "https://fr.linkedin.com/in/maëva-corbineau").kind).toBe("profile");
  });

  it("takes a member id in the place of the name, and keeps the name", () => {
    const { record } = capture(page, "https://www.linkedin.com/in/ACoAAtest1/");
    expect(record).toMatchObject({
      publicId: "orla-fennimere",
      memberUrn: "urn:li:fsd_profile:ACoAAtest1",
    });
    expect(capture(page, "https://www.linkedin.com/in/ACoAAother9/").problems[0]?.code).toBe(
      "identity-mismatch",
    );
  });

  it("refuses every profile under every other profile's address", () => {
    const profiles = fixtures().filter(({ expected }) => expected.kind === "profile");
    for (const one of profiles) {
      for (const other of profiles) {
        const [a, b] = [one, other].map(({ expected }) => expected.record);
        if (a && b && "publicId" in a && "publicId" in b && a.publicId === b.publicId) continue;
        if (one.name.includes("details") || other.name.includes("details")) continue;
        expect(capture(one, other.expected.url).kind, `${one.name} at ${other.name}`).toBeNull();
      }
    }
  });

  it("reads a details page of the newest family only as its owner's", () => {
    const details = fixture("sdui-profile-details");
    const url = "https://www.linkedin.com/in/bram-tollinger/details/experience/";
    expect(capture(details, url).problems[0]?.code).toBe("identity-mismatch");
    const html = details.html
      .replaceAll("ExperienceDetails", "ProjectDetails")
      .replaceAll("data-testid", "data-x");
    const at = (id: string) =>
      capture({ ...details, html }, `https://www.linkedin.com/in/${id}/details/projects/`);
    expect(at("ACoAAother9").problems[0]?.code).toBe("identity-mismatch");
    expect(at("ACoAAtest1").record).toMatchObject({ memberUrn: "urn:li:fsd_profile:ACoAAtest1" });
  });

  it("keeps nothing of an address it has no reader for", () => {
    const codes = Object.entries({
      "https://www.linkedin.com/in/orla-fennimere/recent-activity/all/": "unsupported-page",
      "https://www.linkedin.com/feed/": "unsupported-page",
      "https://www.linkedin.com/authwall?x=1": "sign-in-wall",
      "https://www.linkedin.com.evil.example/in/orla-fennimere/": "not-linkedin",
      "https://evil.example/linkedin.com/in/orla-fennimere/": "not-linkedin",
      "no address at all": "not-linkedin",
    });
    for (const [url, code] of codes) expect(capture(page, url).problems[0]?.code, url).toBe(code);
  });
});

describe("a page cut at any place", () => {
  const whole = fixture("sdui-profile");

  it("never gives a fact that the whole page does not give", () => {
    const facts = factsIn(whole.expected.record);
    for (let end = 200; end < whole.html.length; end += 97) {
      const { record } = capture({ ...whole, html: whole.html.slice(0, end) });
      for (const fact of factsIn(record)) expect(facts, `cut at ${end}`).toContain(fact);
    }
  });

  it("never calls a section absent, nor the one that holds the cut present", () => {
    for (let end = 200; end < whole.html.length; end += 97) {
      const { sections, problems } = capture({ ...whole, html: whole.html.slice(0, end) });
      expect(problems.map(({ code }) => code)).toEqual(["cut-off"]);
      expect(Object.values(sections)).not.toContain("absent");
    }
  });
});

/** Every text in a record, long texts by their lines: a cut may leave the beginning of one. */
function factsIn(value: unknown): string[] {
  if (typeof value === "string") return value.split("\n");
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(factsIn);
}
