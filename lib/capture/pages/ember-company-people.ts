import { memberFacts, membersIn } from "../rows/facts";
import { listReader } from "../rows/list-reader";

/** The people tab of a company. */
export const emberCompanyPeople = listReader({
  kind: "company-people",
  family: "ember",
  rows: [
    ".org-people-profile-card__profile-card-spacing",
    ".org-people-profiles-module__profile-item",
    ".org-people-profile-card",
  ],
  facts: memberFacts,
  total: membersIn,
});

// As served from 2020 to 2026, told of by those who read it.
