import { describe, expect, it } from "vitest";
import { readCounts } from "@/lib/capture/counts";
import { findDate, isDuration, parseRange } from "@/lib/capture/dates";
import { LANGUAGES } from "@/lib/capture/languages/all";
import { PROFILE_LANGUAGES } from "@/lib/capture/languages/profile";
import { parsePay } from "@/lib/capture/salary";
import { isHeading } from "@/lib/capture/profile-words";
import { employmentKind, monthOf, workplaceType } from "@/lib/capture/words";

const date = ([year, month]: readonly [number, number?]) => ({ year, ...(month && { month }) });

describe("dates, in every language there is a table for", () => {
  it.each([
    ["Nov 2024 - Present · 1 yr 4 mos", [2024, 11], "open"],
    ["2020 – Jun 2024", [2020], [2024, 6]],
    ["May 2016 · 1 mo", [2016, 5], [2016, 5]],
    ["2002 - 2002", [2002], [2002]],
    ["janv. 2019 - août 2021 · 2 ans 8 mois", [2019, 1], [2021, 8]],
    ["févr. 2020 - aujourd’hui · 4 ans", [2020, 2], "open"],
    ["déc. 2018 à aujourd’hui", [2018, 12], "open"],
    ["Okt. 2019–Heute · 5 Jahre", [2019, 10], "open"],
    ["März 2011–Dez. 2015 · 4 Jahre 10 Monate", [2011, 3], [2015, 12]],
    ["Jan. 2012 bis Juni 2013", [2012, 1], [2013, 6]],
    ["ene. 2020 - actualidad · 4 años", [2020, 1], "open"],
    ["sept. de 2015 - dic. de 2017", [2015, 9], [2017, 12]],
    ["de jan. de 2020 - o momento · 4 anos", [2020, 1], "open"],
    ["ago. de 2013 - out. de 2016 · 3 anos", [2013, 8], [2016, 10]],
    ["gen 2018 - Presente · 6 anni", [2018, 1], "open"],
    ["lug 2015 - ott 2017 · 2 anni 4 mesi", [2015, 7], [2017, 10]],
    ["mrt 2016 - heden · 8 jaar", [2016, 3], "open"],
    ["mei 2012 - okt. 2014 · 2 jaar", [2012, 5], [2014, 10]],
    ["2020年3月 - 現在 · 4年", [2020, 3], "open"],
    ["lis 2019 – obecnie · 4 lata", [2019], "open"],
  ] as const)("%s", (line, start, end) => {
    const want =
      end === "open"
        ? { start: date(start), current: true }
        : { start: date(start), end: date(end) };
    expect(parseRange(line)).toEqual(want);
  });

  it.each([
    "Version 2020 - Prototype",
    "Jan 2020 - Present · Berlin · Hybrid",
    "In 2019 - 2020 I led a team",
    "Best Startup at the fair 2016-17",
    "4 yrs 10 mos",
    "Full-time · 4 yrs",
    "Room 2020",
    "",
  ])("no range: %s", (line) => {
    expect(parseRange(line)).toBeUndefined();
  });

  it("knows twelve months in each language, and no word for two of them", () => {
    for (const { months } of LANGUAGES) {
      expect(months).toHaveLength(12);
      months.forEach((words, index) => {
        for (const word of words.split("|")) expect(monthOf(word), word).toBe(index + 1);
      });
    }
  });

  it("finds the date in a sentence", () => {
    expect(findDate("Issued Jan 2024")).toEqual({ year: 2024, month: 1 });
    expect(findDate("Émise le juil. 2022")).toEqual({ year: 2022, month: 7 });
    expect(findDate("No expiration date")).toBeUndefined();
  });

  it("tells a duration from a place", () => {
    for (const text of [
      "1 yr 10 mos",
      "6 mos",
      "2 ans 3 mois",
      "10 years 5 months",
      "4 Jahre",
      "4年10ヶ月",
    ]) {
      expect(isDuration(text), text).toBe(true);
    }
    for (const text of ["Paris, France", "Full-time", "Paris 8e"])
      expect(isDuration(text), text).toBe(false);
  });
});

describe("counts", () => {
  it.each([
    [["500+ connections"], { connections: "500+" }],
    [["500+", "connections"], { connections: "500+" }],
    [["26,825 followers", "110 connections"], { followers: "26,825", connections: "110" }],
    [["Plus de 500 relations", "1\u202f532 abonnés"], { connections: "500+", followers: "1532" }],
    [
      ["1.234 Follower:innen", "Mehr als 500 Kontakte"],
      { followers: "1.234", connections: "500+" },
    ],
    [["Más de 500 contactos"], { connections: "500+" }],
    [["2 mil seguidores", "58 conexões"], { connections: "58" }],
    [["1K followers"], { followers: "1K" }],
    [["Somebody and 44 other mutual connections", "12 mutual connections", "3 people"], {}],
  ])("%j", (lines, counts) => {
    expect(readCounts(lines)).toEqual(counts);
  });
});

describe("words with a meaning", () => {
  it("is the same in every language", () => {
    for (const { workplace, employment } of LANGUAGES) {
      for (const [type, words] of Object.entries(workplace)) {
        for (const word of words.split("|")) expect(workplaceType(word), word).toBe(type);
      }
      for (const word of employment.fullTime.split("|"))
        expect(employmentKind(word), word).toBe("fullTime");
    }
    for (const { headings } of PROFILE_LANGUAGES) {
      for (const heading of [
        "about",
        "experience",
        "education",
        "skills",
        "languages",
        "certifications",
      ] as const) {
        for (const word of (headings[heading] ?? "").split("|"))
          expect(isHeading(word, heading), word).toBe(true);
      }
    }
    expect(employmentKind("Contract")).toBeUndefined();
    expect(isHeading("", "about")).toBe(false);
  });
});

describe("pay", () => {
  it.each([
    ["$175K/yr - $225K/yr", { min: 175_000, max: 225_000, currency: "USD", period: "year" }],
    ["€3,500.00/mo", { min: 3500, currency: "EUR", period: "month" }],
    [
      "28 000,00 €/an - 32 500,00 €/an",
      { min: 28_000, max: 32_500, currency: "EUR", period: "year" },
    ],
    ["$45/hr - $52.50/hr", { min: 45, max: 52.5, currency: "USD", period: "hour" }],
    ["£1.2M", { min: 1_200_000, currency: "GBP" }],
    ["CA$90,000/yr", { min: 90_000, currency: "CAD", period: "year" }],
    ["$175K/yr - $225K/yr · 401(k) and 3 more", { currency: "USD", period: "year" }],
    ["90000 a year", { period: "year" }],
  ])("%s", (text, pay) => {
    expect(parsePay(text)).toEqual(pay);
  });
});
