import type { JobRecord } from "../capture";
import { all } from "../dom";
import { readMeta, readPills, splitJobPlace } from "../job-facts";
import { descriptionState, type Reader } from "../page";
import { firstLine, linesOf, textsOf, wholeText } from "../text";
import { companyOf, jobIdOf, jobUrl } from "../url";
import { isHeading } from "../words";

/** The card's name changed once, its parts did not. */
const part = (name: string, inside = ""): string =>
  `.job-details-jobs-unified-top-card__${name}${inside}, .jobs-unified-top-card__${name}${inside}`;
const PANE = ".jobs-search__job-details, .scaffold-layout__detail, .jobs-details, .job-view-layout";

/** Ember job: a page of its own, or the open job beside a list of others. */
export const emberJob: Reader = {
  kind: "job",
  family: "ember",
  find: ({ doc }) =>
    all(doc, part("job-title"))
      .find((title) => linesOf(title).length > 0)
      ?.closest(PANE) ?? null,
  read(page, pane) {
    const { address } = page;
    if (address.kind !== "job") return { refused: { code: "unsupported-page" } };
    const title = all(pane, part("job-title")).find((el) => linesOf(el).length > 0);
    const ids = new Set(
      [
        ...all(
          pane,
          `${part("job-title", " a")}, .job-details-jobs-unified-top-card__title-container a`,
        ).map((a) => jobIdOf(a.getAttribute("href"))),
        ...all(pane, ".jobs-apply-button[data-job-id]").map((el) => el.getAttribute("data-job-id")),
      ].filter((id) => id),
    );
    // Every sign in the pane must be of the job in the address: a list beside it changes first.
    const [id] = ids;
    if (ids.size > 1 || (id && id !== address.jobId)) {
      return { refused: { code: "job-mismatch", detail: [...ids].join(", ") } };
    }
    const top = readTop(pane);
    const name = firstLine(title);
    if (!name) return { refused: { code: "still-loading" } };
    const body = pane.querySelector(
      "#job-details, .jobs-description-content__text, .jobs-box__html-content",
    );
    const description = body ? describe(body) : "";
    const record: JobRecord = {
      externalId: address.jobId,
      title: name,
      ...top,
      ...(description && { description }),
      url: jobUrl(address.jobId),
    };
    return {
      record,
      sections: { description: descriptionState(page, body, description) },
      unparsed: [],
    };
  },
};

function readTop(pane: Element): JobRecord {
  const company = pane.querySelector(part("company-name"));
  const companyName = firstLine(company);
  const link = company?.querySelector("a") ?? pane.querySelector(part("company-name", " a"));
  const meta = pane.querySelector(
    `${part("tertiary-description-container")}, ${part("primary-description-container")}, ${part("primary-description")}`,
  );
  const old = pane.querySelector(".jobs-unified-top-card__bullet");
  const place = firstLine(old);
  const [metaLine] = meta ? textsOf(meta) : [];
  return {
    ...(companyName && { companyName }),
    ...companyOf(link?.getAttribute("href")),
    ...(metaLine && readMeta(withoutCompany(metaLine, companyName))),
    ...(place && splitJobPlace(place)),
    ...readPills(pillTexts(pane)).facts,
  };
}

/** In 2023 the line began with the company. */
function withoutCompany(line: string, company: string | undefined): string {
  const first = `${company} · `;
  return company && line.startsWith(first) ? line.slice(first.length) : line;
}

/** Pills may be buttons, which are silent elsewhere. */
function pillTexts(pane: Element): string[] {
  const boxes = all(
    pane,
    `.job-details-fit-level-preferences button, .job-details-preferences-and-skills__pill, ${part("job-insight")}, ${part("workplace-type")}`,
  );
  return boxes.flatMap((box) =>
    [...box.children].flatMap((child) => textsOf(child)).concat(bare(box)),
  );
}

function bare(box: Element): string[] {
  return box.children.length === 0 || box.tagName !== "BUTTON" ? textsOf(box) : [];
}

function describe(body: Element): string {
  return wholeText(body, (el) => el.tagName === "H2" && isHeading(firstLine(el) ?? "", "aboutJob"));
}

// Seen on /jobs/search/?currentJobId=<id> in June 2025.
