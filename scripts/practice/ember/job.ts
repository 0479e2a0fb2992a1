import { portrait } from "../looks";
import { gap, h, type Element, type Part } from "../tree";
import { contractWords, modeWords, words } from "../words";
import { companyOf } from "../world/companies";
import { jobs } from "../world/jobs";
import type { PracticeJob } from "../world/shapes";
import { button, emberId, frame } from "./frame";

const NAME = "job-details-jobs-unified-top-card";
const DOT = light(" · ");

export function jobBody(job: PracticeJob): Part[] {
  return frame(
    h("main", { id: "main" }, h("div", { class: "scaffold-layout__content" }, pane(job))),
  );
}

/** The list of jobs beside the one that is open: two panes under one address. */
export function jobSearchBody(open: PracticeJob): Part[] {
  return frame(
    h(
      "main",
      { id: "main", class: "scaffold-layout__list-detail" },
      h(
        "div",
        { class: "scaffold-layout__list-detail-inner scaffold-layout__list-detail-inner--grow" },
        h(
          "div",
          { class: "scaffold-layout__list artdeco-card" },
          h(
            "header",
            { class: "scaffold-layout__list-header" },
            h("span", { id: "results-list__title" }, "Jobs here"),
          ),
          h("ul", {}, jobs.map(row)),
        ),
        h(
          "div",
          { class: "scaffold-layout__detail overflow-x-hidden jobs-search__job-details" },
          h(
            "div",
            { class: "jobs-search__job-details--container", "aria-label": open.title },
            pane(open),
          ),
        ),
      ),
    ),
  );
}

function row(job: PracticeJob, i: number): Element {
  return h(
    "li",
    {
      id: emberId(200 + i * 10),
      class: "ember-view occludable-update p0 relative scaffold-layout__list-item",
      "data-occludable-job-id": job.id,
    },
    h(
      "div",
      {
        "data-job-id": job.id,
        class: "display-flex job-card-container relative job-card-list",
        "data-view-name": "job-card",
      },
      h(
        "div",
        { class: "artdeco-entity-lockup__title ember-view" },
        h(
          "a",
          {
            href: `/jobs/search/?currentJobId=${job.id}`,
            class: "ember-view job-card-container__link",
            "aria-label": job.title,
          },
          h("span", { "aria-hidden": "true" }, h("strong", {}, gap, job.title, gap)),
          h("span", { class: "visually-hidden" }, gap, job.title, gap),
        ),
      ),
      h(
        "div",
        { class: "artdeco-entity-lockup__subtitle ember-view" },
        h("span", {}, companyOf(job.company)!.name),
      ),
      h(
        "div",
        { class: "artdeco-entity-lockup__caption ember-view t-black--light" },
        h(
          "ul",
          {},
          h("li", {}, h("span", {}, `${job.place} (${modeWords[job.language][job.mode]})`)),
        ),
      ),
    ),
  );
}

function pane(job: PracticeJob): Element {
  const text = words[job.language];
  return h(
    "div",
    { class: "job-view-layout jobs-details" },
    h(
      "div",
      { class: "jobs-details__main-content jobs-details__main-content--single-pane full-width" },
      gap,
      topCard(job),
      h(
        "article",
        { class: "jobs-description__container" },
        h(
          "div",
          { class: "jobs-description__content jobs-description-content" },
          h(
            "div",
            {
              class: "jobs-box__html-content jobs-description-content__text--stretch",
              id: "job-details",
            },
            h("h2", { class: "text-heading-large" }, text.aboutJob),
            gap,
            h("div", { class: "mt4" }, paragraphs(job)),
          ),
        ),
      ),
    ),
  );
}

function topCard(job: PracticeJob): Element {
  const company = companyOf(job.company)!;
  const href = `https://www.linkedin.com/company/${company.slug}/life`;
  return h(
    "div",
    { class: `relative ${NAME}__container--two-pane` },
    h(
      "div",
      { class: "ivm-image-view-model" },
      h("img", { src: portrait(company.name), alt: "", class: "ivm-view-attr__img--centered" }),
    ),
    h(
      "div",
      { class: `${NAME}__company-name` },
      h("a", { href, "data-test-app-aware-link": true }, gap, company.name, gap),
    ),
    h(
      "div",
      { class: `t-24 ${NAME}__job-title` },
      h(
        "h1",
        { class: "t-24 t-bold inline" },
        h("a", { href: `/jobs/view/${job.id}/`, id: emberId(124), class: "ember-view" }, job.title),
        gap,
      ),
    ),
    h(
      "div",
      { class: `${NAME}__primary-description-container` },
      h(
        "div",
        { class: `t-black--light mt2 ${NAME}__tertiary-description-container` },
        h("span", {}, [
          light(job.place),
          DOT,
          light(h("span", {}, job.posted)),
          DOT,
          light(job.applicants),
        ]),
      ),
    ),
    chips(job),
    h(
      "div",
      { class: "mt4" },
      button(words[job.language].apply, `${words[job.language].apply}: ${job.title}`, 160),
    ),
  );
}

function light(content: Part): Element {
  return h("span", { class: "tvm__text tvm__text--low-emphasis" }, gap, content, gap);
}

function chips(job: PracticeJob): Element {
  const texts = [
    job.salary,
    modeWords[job.language][job.mode],
    contractWords[job.language][job.contract],
  ];
  return h(
    "div",
    { class: "job-details-fit-level-preferences" },
    texts.map(
      (text) =>
        text &&
        h(
          "button",
          {
            type: "button",
            class: "artdeco-button artdeco-button--secondary artdeco-button--muted",
          },
          h(
            "span",
            { "aria-hidden": "true" },
            h("span", { class: "tvm__text" }, h("strong", {}, text)),
          ),
          h(
            "span",
            { class: "visually-hidden" },
            gap,
            `Matches your job preferences: ${text}.`,
            gap,
          ),
        ),
    ),
  );
}

function paragraphs(job: PracticeJob): Part[] {
  return job.text.map((line) => {
    if (line.startsWith("- ")) return h("ul", {}, h("li", {}, gap, line.slice(2), gap));
    return h("p", {}, gap, line, gap);
  });
}
