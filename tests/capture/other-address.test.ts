import { describe, expect, it } from "vitest";
import { read } from "@/lib/capture/read";
import { allReaders } from "@/lib/capture/readers/all";
import { openSaved, parseUncorrected } from "@/scripts/capture-file";
import { sharedPages } from "./expected";
import { fixtures } from "./fixtures";

/** After a click the address changes first and the page later: the page before stands under each of these. */
const ADDRESSES = {
  profile: "https://www.linkedin.com/in/nobody-there-here/",
  connections: "https://www.linkedin.com/mynetwork/invite-connect/connections/",
  "people-search": "https://www.linkedin.com/search/results/people/?keywords=x",
  "company-people": "https://www.linkedin.com/company/nothing-there/people/",
  company: "https://www.linkedin.com/company/nothing-there/about/",
  invitations: "https://www.linkedin.com/mynetwork/invitation-manager/sent/",
  job: "https://www.linkedin.com/jobs/search/?currentJobId=1112223334",
};

const pages = [
  ...fixtures().map(({ name, html, expected }) => ({ name, html, kind: expected.kind })),
  ...sharedPages("").map(({ name, text }) => ({
    name,
    html: text,
    kind: name.split("--")[0]?.replace("job-view", "job"),
  })),
];

describe("a page under the address of another kind", () => {
  it.each(pages)("$name gives nothing", ({ html, kind }) => {
    const saved = openSaved(html);
    const doc = parseUncorrected(saved.html);
    const addresses = Object.entries(ADDRESSES).filter(([other]) => other !== kind);
    for (const [other, url] of addresses) {
      // A list in which the address opens a job is that list, as long as no job is open.
      if (kind === "job-search" && other === "job") continue;
      // The people of a company may be found with the search's own rows.
      if (kind === "people-search" && other === "company-people") continue;
      const got = read(url, doc, allReaders, new Date("2026-11-21T00:00:00.000Z"), saved.ending);
      expect([other, got.kind, got.record, got.records]).toEqual([
        other,
        null,
        undefined,
        undefined,
      ]);
    }
  });
});
