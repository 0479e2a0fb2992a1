import { portrait } from "../looks";
import { h, type Element, type Part } from "../tree";
import { contractWords, words } from "../words";
import { companyOf } from "../world/companies";
import { jobs } from "../world/jobs";
import type { PracticeJob } from "../world/shapes";
import { frame, signInModal } from "./frame";

export function jobBody(job: PracticeJob): Part[] {
  return frame(
    topCard(job),
    h(
      "div",
      { class: "decorated-job-posting__details" },
      h(
        "section",
        { class: "core-section-container my-3 description" },
        h(
          "div",
          { class: "core-section-container__content break-words" },
          description(job),
          criteria(job),
        ),
      ),
      similar(job),
    ),
  );
}

function topCard(job: PracticeJob): Element {
  const company = companyOf(job.company)!;
  const href = `https://www.linkedin.com/company/${company.slug}`;
  return h(
    "section",
    { class: "top-card-layout container-lined overflow-hidden" },
    h(
      "div",
      { class: "top-card-layout__card relative p-2" },
      h(
        "a",
        { href },
        h("img", {
          class: "artdeco-entity-image artdeco-entity-image--square-5",
          src: portrait(company.name),
          alt: "",
        }),
      ),
      h(
        "div",
        { class: "top-card-layout__entity-info-container flex flex-wrap" },
        h(
          "div",
          { class: "top-card-layout__entity-info flex-grow" },
          h("h1", { class: "top-card-layout__title font-sans topcard__title" }, job.title),
          h(
            "h4",
            { class: "top-card-layout__second-subline font-sans t-black--light" },
            h(
              "div",
              { class: "topcard__flavor-row" },
              h(
                "span",
                { class: "topcard__flavor" },
                h(
                  "a",
                  { class: "topcard__org-name-link topcard__flavor--black-link", href },
                  company.name,
                ),
              ),
              " ",
              h("span", { class: "topcard__flavor topcard__flavor--bullet" }, job.place),
            ),
            h(
              "div",
              { class: "topcard__flavor-row" },
              h("span", { class: "posted-time-ago__text topcard__flavor--metadata" }, job.posted),
              " ",
              h(
                "span",
                {
                  class:
                    "num-applicants__caption topcard__flavor--metadata topcard__flavor--bullet",
                },
                job.applicants,
              ),
            ),
          ),
          signInModal("public_jobs_apply", `Sign in to apply at ${company.name}`),
        ),
      ),
    ),
  );
}

function description(job: PracticeJob): Element {
  return h(
    "div",
    { class: "description__text description__text--rich" },
    h(
      "section",
      { class: "show-more-less-html", "data-max-lines": "5" },
      h(
        "div",
        { class: "show-more-less-html__markup show-more-less-html__markup--clamp-after-5" },
        job.text.map((line) =>
          line.startsWith("- ")
            ? h("ul", {}, h("li", {}, line.slice(2)))
            : [line, h("br"), h("br")],
        ),
      ),
      h(
        "button",
        { type: "button", class: "show-more-less-html__button", "aria-expanded": "false" },
        "Show more",
      ),
      h(
        "button",
        { type: "button", class: "show-more-less-html__button modal", "aria-expanded": "true" },
        "Show less",
      ),
    ),
  );
}

function criteria(job: PracticeJob): Element {
  const text = words[job.language];
  const rows = [
    [text.seniority, job.seniority],
    [text.employment, contractWords[job.language][job.contract]],
    [text.industries, companyOf(job.company)!.industry],
  ];
  return h(
    "ul",
    { class: "description__job-criteria-list" },
    rows.map(([name, value]) =>
      h(
        "li",
        { class: "description__job-criteria-item" },
        h("h3", { class: "description__job-criteria-subheader" }, name),
        h(
          "span",
          { class: "description__job-criteria-text description__job-criteria-text--criteria" },
          value,
        ),
      ),
    ),
  );
}

function similar(job: PracticeJob): Element {
  const start = jobs.indexOf(job) + 1;
  return h(
    "section",
    { class: "core-section-container my-3 similar-jobs" },
    h(
      "h2",
      { class: "core-section-container__title section-title" },
      words[job.language].similarJobs,
    ),
    h(
      "ul",
      {},
      [0, 1, 2].map((i) => {
        const other = jobs[(start + i) % jobs.length]!;
        return h(
          "li",
          {},
          h(
            "div",
            {
              class: "base-card base-main-card",
              "data-entity-urn": `urn:li:jobPosting:${other.id}`,
            },
            h(
              "a",
              {
                class: "base-card__full-link",
                href: `https://www.linkedin.com/jobs/view/${other.id}`,
              },
              h("span", { class: "sr-only" }, other.title),
            ),
            h(
              "div",
              { class: "base-main-card__info" },
              h("h3", { class: "base-main-card__title" }, other.title),
              h("h4", { class: "base-main-card__subtitle" }, companyOf(other.company)!.name),
            ),
          ),
        );
      }),
    ),
  );
}
