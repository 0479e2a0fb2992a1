import { looks } from "../looks";
import { h, type Element } from "../tree";
import { jobs } from "../world/jobs";
import type { PracticeJob } from "../world/shapes";
import { jobDetails, jobRow } from "./job";

/** The list of jobs beside the one that is open. */
export function jobSearchScreen(open: PracticeJob): Element {
  return h(
    "div",
    { "data-sdui-screen": "com.linkedin.sdui.flagshipnav.jobs.SemanticJobSearch" },
    h(
      "main",
      { id: "workspace", class: looks("panes") },
      h(
        "div",
        {
          class: looks("card"),
          "data-testid": "lazy-column",
          "data-component-type": "LazyColumn",
          componentkey: "SearchResultsMainContent",
        },
        h("p", { class: looks("dim") }, `${jobs.length} results`),
        jobs.map((job) =>
          h(
            "div",
            { role: "button", componentkey: `job-card-component-ref-${job.id}` },
            jobRow(job, "result"),
          ),
        ),
      ),
      jobDetails(open),
    ),
  );
}
