import { companyBody } from "./ember/company";
import * as ember from "./ember/frame";
import { jobBody as emberJob, jobSearchBody as emberJobSearch } from "./ember/job";
import { profileBody as emberProfile } from "./ember/profile";
import { threadBody } from "./ember/thread";
import * as guest from "./guest/frame";
import { jobBody as guestJob } from "./guest/job";
import { profileBody as guestProfile } from "./guest/profile";
import { loginBody, notFoundBody, wallBody } from "./guest/walls";
import { emptyScreen, feedScreen } from "./sdui/feed";
import * as sdui from "./sdui/frame";
import { jobScreen } from "./sdui/job";
import { jobSearchScreen } from "./sdui/job-search";
import { connectionsScreen, peopleSearchScreen } from "./sdui/people-lists";
import { profileScreen } from "./sdui/profile";
import type { Family, Wish } from "./switches";
import type { Element, Part } from "./tree";
import { companies } from "./world/companies";
import { jobOf, jobs } from "./world/jobs";
import { people, personOf } from "./world/people";
import type { Language, PracticeJob, PracticePerson } from "./world/shapes";

export type Page = {
  status: number;
  language: Language;
  head: Part[];
  body: Part[];
  /** Built in the browser from its tree, as the server-driven site does; the others come as HTML. */
  built: boolean;
  /** More comes when the visitor scrolls. */
  scrolls: boolean;
};

const SITE = "https://www.linkedin.com";

/** The page under an address, as this visitor wishes to see it. */
export function pageAt(address: URL, wish: Wish, now: Date): Page {
  if (wish.mood === "wall") {
    return parsed("Sign Up | LinkedIn", "auth_wall_desktop_profile", address, wallBody());
  }
  if (wish.mood === "login" || address.pathname.startsWith("/login")) {
    return parsed("Log In or Sign Up | LinkedIn", "d_homepage-guest-home", address, loginBody());
  }
  const [place, name, ...rest] = decodeURIComponent(address.pathname).split("/").filter(Boolean);
  if (place === "in" && name) return profilePage(address, name, wish, now);
  if (place === "jobs") {
    const id = name === "view" ? rest[0] : address.searchParams.get("currentJobId");
    return jobPage(address, name === "view", jobOf(id ?? jobs[0]!.id), wish);
  }
  return otherPage(address, place, name, wish.family);
}

/** Pages from which nothing is captured; they have one form only, whatever the visitor's family. */
function otherPage(address: URL, place = "feed", name: string | undefined, family: Family): Page {
  const page = (title: string, screen: Element) => {
    const body = sdui.frame(screen, family);
    return { ...built(`${title} | LinkedIn`, "en", screen), body };
  };
  if (place === "feed") return page("Feed", feedScreen());
  if (address.pathname.startsWith("/mynetwork/invite-connect/connections")) {
    return { ...page("Connections", connectionsScreen()), scrolls: true };
  }
  if (address.pathname.startsWith("/search/results/people")) {
    return page("People", peopleSearchScreen());
  }
  const thread = /^\/messaging\/thread\/([^/]+)/.exec(address.pathname)?.[1];
  const other = thread === undefined ? undefined : personOf(thread);
  if (other) return inEmber("Messaging | LinkedIn", "en", threadBody(other));
  if (place === "messaging" || place === "search") {
    return page("Search", emptyScreen("search.Results"));
  }
  const company = companies.find(({ id, slug }) => id === name || slug === name);
  if (place === "company" && company) {
    return inEmber(`${company.name}: Overview | LinkedIn`, "en", companyBody(company));
  }
  return notFound(address);
}

function profilePage(address: URL, slug: string, wish: Wish, now: Date): Page {
  const named = personOf(slug);
  if (!named) return notFound(address);
  const person = wish.mood === "mismatch" ? next(people, named) : named;
  const { language } = person;
  const title = `${person.name} | LinkedIn`;
  if (wish.family === "sdui") {
    const screen = profileScreen(person, wish.mood, now);
    return built(title, language, screen, wish.mood === undefined || wish.mood === "mismatch");
  }
  if (wish.family === "ember")
    return inEmber(title, language, emberProfile(person, wish.mood, now));
  const canonical = new URL(`${SITE}/in/${person.slug}`);
  const page = parsed(
    guestTitle(person),
    "public_profile_v3_desktop",
    canonical,
    guestProfile(person, now),
  );
  return { ...page, language };
}

function jobPage(address: URL, alone: boolean, named: PracticeJob | undefined, wish: Wish): Page {
  if (!named) return notFound(address);
  const job = wish.mood === "mismatch" ? next(jobs, named) : named;
  const { language } = job;
  const title = `${job.title} | LinkedIn`;
  if (wish.family === "sdui") {
    return built(title, language, alone ? jobScreen(job) : jobSearchScreen(job));
  }
  if (wish.family === "ember") {
    return inEmber(title, language, alone ? emberJob(job) : emberJobSearch(job));
  }
  const canonical = new URL(`${SITE}/jobs/view/${job.id}`);
  return { ...parsed(title, "d_jobs_guest_details", canonical, guestJob(job)), language };
}

function notFound(address: URL): Page {
  const page = parsed(
    "Profile Not Found | LinkedIn",
    "public_profile_v3_desktop",
    address,
    notFoundBody(),
  );
  return { ...page, status: 404 };
}

function built(title: string, language: Language, screen: Element, scrolls = false): Page {
  return {
    status: 200,
    language,
    head: sdui.head(title),
    body: sdui.frame(screen),
    built: true,
    scrolls,
  };
}

function inEmber(title: string, language: Language, body: Part[]): Page {
  return { status: 200, language, head: ember.head(title), body, built: false, scrolls: false };
}

function parsed(title: string, pageKey: string, address: URL, body: Part[]): Page {
  const head = guest.head(title, pageKey, address.href);
  return { status: 200, language: "en", head, body, built: false, scrolls: false };
}

function guestTitle(person: PracticePerson): string {
  return `${person.name} - ${person.positions[0]!.title} | LinkedIn`;
}

function next<T>(all: T[], one: T): T {
  return all[(all.indexOf(one) + 1) % all.length]!;
}
