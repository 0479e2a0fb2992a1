import { profileUrl, publicIdOf } from "@/lib/capture/url";
import type { Json } from "@/lib/sync/json";
import { refuse, type Item, type Reading } from "../draft";
import { OWNER, present } from "../linkedin-export/export-file";
import { readPartialDate } from "../moment";
import type { Resume } from "./resume-schema";

/** A résumé as one person, their lists entry by entry. */
export function readResume(resume: Resume, isOwn: boolean): Reading {
  const basics = resume.basics ?? {};
  const fullName = basics.name?.trim() ?? "";
  if (fullName === "") return refuse(1, "noName");
  const profiles = basics.profiles ?? [];
  const publicId = profiles.map(publicIdOfProfile).find(Boolean);
  const websites = [basics.url, ...profiles.map(({ url }) => url)].filter(
    (url): url is string => Boolean(url) && !publicIdOf(url),
  );
  const { address, postalCode, city, countryCode, region } = basics.location ?? {};
  const place = present({ street: address, postalCode, city, region, country: countryCode });
  return {
    kind: "person",
    line: 1,
    label: fullName,
    who: {
      ...(isOwn && OWNER),
      name: fullName,
      ...(publicId && { publicId }),
      ...(basics.email && { emails: [basics.email] }),
    },
    fields: present({
      fullName,
      headline: basics.label,
      about: basics.summary,
      email: basics.email,
      phone: basics.phone,
      publicId,
      profileUrl: publicId && profileUrl(publicId),
      location: [city, region, countryCode].filter(Boolean).join(", "),
      address: Object.keys(place).some((part) => part !== "city") ? place : undefined,
      websites,
      interests: resume.interests?.flatMap(({ name }) => name ?? []),
    }),
    items: itemsOf(resume),
  };
}

function publicIdOfProfile(profile: { network?: string; username?: string; url?: string }) {
  const fromUrl = publicIdOf(profile.url);
  if (fromUrl) return fromUrl;
  return /linkedin/i.test(profile.network ?? "") ? profile.username?.toLowerCase() : undefined;
}

function itemsOf(resume: Resume): Item[] {
  const all: Item[] = [];
  const add = (list: string, name: string | undefined, value: Record<string, Json | undefined>) => {
    if (name) all.push({ list, value: present(value) });
  };
  for (const one of resume.work ?? []) {
    add("experience", one.position ?? one.name, {
      title: one.position,
      company: one.name,
      companyUrl: one.url,
      location: one.location,
      ...span(one),
      current: one.startDate && !one.endDate ? true : undefined,
      description: one.summary,
      highlights: one.highlights,
    });
  }
  for (const one of resume.education ?? []) {
    add("education", one.institution, {
      school: one.institution,
      schoolUrl: one.url,
      degree: one.studyType,
      field: one.area,
      ...span(one),
      grade: one.score,
    });
  }
  for (const { name, level, keywords } of resume.skills ?? []) {
    add("skills", name, { name, said: level });
    for (const word of keywords ?? []) add("skills", word, { name: word, category: name });
  }
  for (const { language, fluency } of resume.languages ?? []) {
    add("languages", language, { name: language, level: fluency });
  }
  for (const { name, issuer, date, url } of resume.certificates ?? []) {
    add("certifications", name, { name, issuer, url, issuedAt: dated(date) });
  }
  for (const one of resume.volunteer ?? []) {
    const title = one.position ?? one.organization;
    add("volunteering", title, {
      title,
      organization: one.organization,
      url: one.url,
      ...span(one),
      description: one.summary,
    });
  }
  for (const one of resume.projects ?? []) {
    const description = [one.description, ...(one.highlights ?? [])].filter(Boolean).join("\n");
    const role = one.roles?.join(", ");
    add("projects", one.name, {
      title: one.name,
      organization: one.entity,
      role,
      url: one.url,
      ...span(one),
      description,
    });
  }
  for (const { name, publisher, releaseDate, url, summary } of resume.publications ?? []) {
    add("publications", name, {
      title: name,
      organization: publisher,
      url,
      startDate: dated(releaseDate),
      description: summary,
    });
  }
  for (const { title, awarder, date, summary } of resume.awards ?? []) {
    add("honors", title, {
      title,
      organization: awarder,
      startDate: dated(date),
      description: summary,
    });
  }
  for (const { name, reference } of resume.references ?? []) {
    add("recommendations", reference, { author: name, text: reference, direction: "received" });
  }
  return all;
}

function dated(text: string | undefined) {
  return text ? readPartialDate(text) : undefined;
}

function span({ startDate, endDate }: { startDate?: string; endDate?: string }) {
  return { startDate: dated(startDate), endDate: dated(endDate) };
}
