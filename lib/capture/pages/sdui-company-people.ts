import { memberFacts, membersIn } from "../rows/facts";
import { ANY_ROW } from "../rows/find-rows";
import { listReader } from "../rows/list-reader";

/** The people tab of a company. */
export const sduiCompanyPeople = listReader({
  kind: "company-people",
  family: "sdui",
  rows: ['[data-view-name="people-search-result"]', ANY_ROW],
  facts: memberFacts,
  total: membersIn,
});

// Told of for 2026 by those who read it; not yet seen here.
