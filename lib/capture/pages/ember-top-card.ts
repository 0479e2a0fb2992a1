import type { PersonRecord } from "../capture";
import { readCounts } from "../counts";
import { all, pictureUrl } from "../dom";
import { given } from "../given";
import { readOpenToWork } from "../open-to-work";
import { isSchool } from "../school";
import { clean, firstLine, lineAt, textsOf } from "../text";
import { namesCompany, namesSchool } from "../profile-words";
import { type Chip, employer } from "./sdui-top-card";

const CONTACT = '#top-card-text-details-contact-info, a[href*="/overlay/contact-info"]';
const PHOTO = 'img[class*="pv-top-card-profile-picture__image"], img[src*="profile-displayphoto"]';

export function readTopCard(card: Element): PersonRecord {
  const degree = /[123]/.exec(lineAt(card, ".dist-value") ?? "")?.[0];
  return given({
    fullName: all(card, "h1").map(firstLine).find(Boolean),
    headline: lineAt(card, ".text-body-medium"),
    location: readPlace(card),
    degree: degree ? (Number(degree) as 1 | 2 | 3) : undefined,
    ...readEmployer(card),
    ...readCounts(all(card, "li").flatMap((li) => textsOf(li))),
    photoUrl: pictureUrl(card.querySelector(PHOTO)),
    ...readOpenToWork(card),
  });
}

/** The place is the line before the contact link, in the box they share. */
function readPlace(card: Element): string | undefined {
  const link = card.querySelector(CONTACT);
  const box = link?.closest("div");
  if (!link || !box) return lineAt(card, "span.text-body-small.inline");
  const place = all(box, "span").find(
    (span) => !span.contains(link) && clean(span.textContent) !== "",
  );
  return firstLine(place);
}

/**
 * Company and school beside the headline: links to the section they come from (2022), buttons with a label
 * "Current company: …" (2024 on).
 */
function readEmployer(card: Element): PersonRecord {
  const found: PersonRecord = {};
  const unnamed: string[] = [];
  for (const el of all(card, 'li a[href="#experience"], li a[href="#education"], li button')) {
    const href = el.getAttribute("href");
    const label = el.getAttribute("aria-label") ?? "";
    // A button is silent where lines are read: its inner elements are what is wanted here.
    const text = [...el.children].map(firstLine).find(Boolean);
    if (href === "#experience" || namesCompany(label)) found.company ??= text;
    else if (href === "#education" || namesSchool(label)) found.school ??= text;
    else if (text && el.querySelector("img")) unnamed.push(text);
  }
  // A label in another language: the order says the same.
  return Object.keys(found).length > 0 || unnamed.length > 2
    ? found
    : employer(unnamed.map(asChip));
}

const asChip = (text: string): Chip => ({ text, isSchool: isSchool(text) });
