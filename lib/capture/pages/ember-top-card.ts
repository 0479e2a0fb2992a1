import type { PersonRecord } from "../capture";
import { readCounts } from "../counts";
import { all, pictureUrl } from "../dom";
import { clean, firstLine, linesOf } from "../text";
import { namesCompany, namesSchool } from "../words";
import { isOpenToWork } from "./sdui-top-card";

const CONTACT = '#top-card-text-details-contact-info, a[href*="/overlay/contact-info"]';

export function readTopCard(card: Element): PersonRecord {
  const h1 = all(card, "h1").find((el) => linesOf(el).length > 0);
  const fullName = firstLine(h1);
  if (!h1 || !fullName) return {};
  const record: PersonRecord = { fullName };

  const degree = /[123]/.exec(firstLine(card.querySelector(".dist-value")) ?? "")?.[0];
  if (degree) record.degree = Number(degree) as 1 | 2 | 3;
  const headline = firstLine(card.querySelector(".text-body-medium"));
  if (headline) record.headline = headline;
  const location = readPlace(card);
  if (location) record.location = location;
  Object.assign(record, readEmployer(card));
  Object.assign(record, readCounts(all(card, "li").flatMap((li) => textWithCount(li))));

  const photo = card.querySelector(
    'img[class*="pv-top-card-profile-picture__image"], img[src*="profile-displayphoto"]',
  );
  const photoUrl = pictureUrl(photo);
  if (photoUrl) record.photoUrl = photoUrl;
  if (isOpenToWork(card) || card.querySelector('a[href*="/opportunities/job-opportunities/"]')) {
    record.openToWork = true;
  }
  return record;
}

/** The number and its word may come in either order in the markup: <li>followers <span>26</span></li>. */
function textWithCount(li: Element): string[] {
  return linesOf(li).map((line) => line.text);
}

/** The place is the line before the contact link, in the box they share. */
function readPlace(card: Element): string | undefined {
  const link = card.querySelector(CONTACT);
  const box = link?.closest("div");
  if (!link || !box) return undefined;
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
  for (const el of all(
    card,
    'li a[href="#experience"], li a[href="#education"], li button[aria-label]',
  )) {
    const label =
      el.getAttribute("aria-label") ??
      el.querySelector("[aria-label]")?.getAttribute("aria-label") ??
      "";
    const text = chipText(el);
    if (!text) continue;
    if (el.getAttribute("href") === "#experience" || namesCompany(label)) found.company ??= text;
    else if (el.getAttribute("href") === "#education" || namesSchool(label)) found.school ??= text;
  }
  return found;
}

/** A button is silent where lines are read: its own text is what is wanted here. */
function chipText(el: Element): string | undefined {
  for (const child of el.children) {
    const text = firstLine(child);
    if (text) return text;
  }
  return undefined;
}
