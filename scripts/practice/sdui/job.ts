import { keyOf, looks, portrait } from "../looks";
import { h, type Element, type Part } from "../tree";
import { contractWords, modeWords, words } from "../words";
import { companyOf } from "../world/companies";
import { jobs } from "../world/jobs";
import type { PracticeCompany, PracticeJob } from "../world/shapes";
import { expandable } from "./cards";
import { action, figure } from "./frame";

const DOT = h("span", {}, " · ");
const COMPONENT = "com.linkedin.sdui.generated.jobseeker.dsl.impl";

export function jobScreen(job: PracticeJob): Element {
  return h(
    "div",
    { "data-sdui-screen": "com.linkedin.sdui.flagshipnav.jobs.JobDetails" },
    h("main", { id: "workspace", class: looks("columns") }, jobDetails(job)),
  );
}

/** The pane of one job: each block's id ends with the number of the job it is about. */
export function jobDetails(job: PracticeJob): Element {
  const text = words[job.language];
  const company = companyOf(job.company)!;
  return h(
    "section",
    { class: looks("card"), "aria-label": job.title },
    h(
      "div",
      { "data-display-contents": "true" },
      h(
        "div",
        {
          "data-testid": "lazy-column",
          "data-component-type": "LazyColumn",
          componentkey: keyOf("job", job.id),
        },
        block(job, "JobDetails_ManageJobBanner", "manageJobBanner"),
        heading(job, company),
        chips(job),
        h("div", { class: looks("row") }, [action(text.apply, job.id), action(text.save, job.id)]),
        block(
          job,
          "JobDetails_AboutTheJob",
          "aboutTheJob",
          h("h2", { class: looks("title") }, text.aboutJob),
          h("p", { class: looks("text") }, description(job)),
        ),
        block(job, "JobDetails_ResumeReview", "resumeReview"),
        block(
          job,
          "JobDetails_AboutTheCompany",
          "aboutTheCompanyForJobDetails",
          h("h2", { class: looks("title") }, text.aboutCompany),
          h("a", { href: companyLink(company) }, company.name),
          h("p", {}, expandable(company.about, text.more)),
        ),
        block(job, "JobDetailsSimilarJobsSlot", "similarJobs", similar(job)),
      ),
    ),
  );
}

function block(job: PracticeJob, name: string, component: string, ...inside: Part[]): Element {
  const id = `${name}_${job.id}`;
  return h(
    "div",
    { id, componentkey: id },
    h("div", { "data-sdui-component": `${COMPONENT}.${component}` }, inside),
  );
}

function companyLink(company: PracticeCompany): string {
  return `https://www.linkedin.com/company/${company.slug}/life/`;
}

function heading(job: PracticeJob, company: PracticeCompany): Element {
  const componentkey = `auto-binding-${keyOf("company", job.id)}-${job.id}`;
  const href = companyLink(company);
  return h(
    "div",
    { "data-display-contents": "true" },
    h(
      "a",
      { class: looks("row"), href, componentkey },
      h(
        "div",
        { class: looks("row"), componentkey, "aria-label": company.name },
        h("div", { class: looks("sign") }, figure(portrait(company.name))),
        h("p", {}, h("a", { href }, company.name)),
      ),
    ),
    h(
      "div",
      {},
      h(
        "div",
        { "data-display-contents": "true" },
        h("p", { class: looks("name") }, job.title, h("span", {}, " ")),
      ),
    ),
    h("p", { class: looks("dim") }, [
      h("span", {}, job.place),
      DOT,
      h("span", {}, h("span", {}, h("strong", {}, job.posted))),
      DOT,
      h("span", {}, h("span", {}, job.applicants)),
    ]),
  );
}

function chips(job: PracticeJob): Element {
  const texts = [
    job.salary,
    modeWords[job.language][job.mode],
    contractWords[job.language][job.contract],
  ];
  return h(
    "div",
    { class: looks("row") },
    texts.map(
      (text) =>
        text &&
        h(
          "div",
          {},
          h(
            "a",
            { href: `https://www.linkedin.com/jobs/view/${job.id}/` },
            h("span", {}, h("span", {}, text)),
          ),
        ),
    ),
  );
}

/** Running text and lists in one span; the list stands inside a paragraph, which no parser would leave so. */
function description(job: PracticeJob): Element {
  const parts: Part[] = [];
  let items: Element[] = [];
  const flush = () => {
    if (items.length > 0) parts.push(h("ul", {}, items));
    items = [];
  };
  for (const line of job.text) {
    if (line.startsWith("- ")) {
      items.push(h("li", {}, line.slice(2)));
    } else {
      flush();
      parts.push(line, h("br"), h("br"));
    }
  }
  flush();
  return h("span", { "data-testid": "expandable-text-box" }, parts);
}

function similar(job: PracticeJob): Part[] {
  const start = jobs.indexOf(job) + 1;
  const others = [0, 1, 2].map((i) => jobs[(start + i) % jobs.length]!);
  return [
    h("h2", { class: looks("title") }, words[job.language].similarJobs),
    ...others.map((other) => jobRow(other, `similar-${job.id}`)),
  ];
}

/** A job in a list: its title stands twice, once for screen readers. */
export function jobRow(job: PracticeJob, seed: string): Element {
  const componentkey = keyOf(seed, job.id);
  return h(
    "a",
    {
      href: `https://www.linkedin.com/jobs/search-results/?currentJobId=${job.id}`,
      componentkey,
    },
    h(
      "div",
      { class: looks("job"), componentkey },
      h(
        "p",
        { class: looks("strong") },
        h(
          "span",
          {},
          h("span", { class: looks("off") }, job.title),
          h("span", { "aria-hidden": "true" }, job.title),
        ),
      ),
      h("p", {}, companyOf(job.company)!.name),
      h(
        "p",
        { class: looks("dim") },
        h("span", {}, `${job.place} (${modeWords[job.language][job.mode]})`),
      ),
      h("hr", { role: "presentation" }),
    ),
  );
}
