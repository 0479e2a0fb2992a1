import { describe, expect, it } from "vitest";
import { byEmployer, durationText, monthsBetween, spanText } from "@/lib/contacts/career";

/** French sets a narrow no-break space before a unit. */
const plain = (text: string) => text.replace(/\s/g, " ");

describe("career", () => {
  it("gathers positions that follow one another at one employer", () => {
    const told = byEmployer([
      { title: "Lead", company: "Novelia" },
      { title: "Engineer", company: "Novelia" },
      { title: "Founder" },
      { title: "Intern", company: "Novelia" },
    ]);
    expect(told.map(({ company, positions }) => [company, positions.length])).toEqual([
      ["Novelia", 2],
      [undefined, 1],
      ["Novelia", 1],
    ]);
  });

  it("counts months from the first to the last", () => {
    expect(monthsBetween({ year: 2020, month: 1 }, { year: 2021, month: 3 })).toBe(15);
    expect(monthsBetween({ year: 2020 }, { year: 2021, month: 3 })).toBeUndefined();
    expect(monthsBetween({ year: 2022, month: 1 }, { year: 2021, month: 3 })).toBeUndefined();
  });

  it.each([
    [{ start: { year: 2020, month: 1 }, current: true }, "en-GB", "Jan 2020 – now"],
    [{ start: { year: 2018 }, end: { year: 2020 } }, "en-GB", "2018 – 2020"],
    [{ start: { year: 2018 } }, "en-GB", "2018"],
    [
      { start: { year: 2020, month: 2 }, end: { year: 2021, month: 12 } },
      "fr",
      "févr. 2020 – déc. 2021",
    ],
    [{}, "fr", ""],
  ])("%j in %s reads %s", (span, locale, text) => expect(spanText(span, locale, "now")).toBe(text));

  it("words a duration in the reader's language", () => {
    expect(plain(durationText(15, "en"))).toBe("1 year 3 months");
    expect(plain(durationText(24, "fr"))).toBe("2 ans");
    expect(plain(durationText(3, "fr"))).toBe("3 mois");
  });
});
