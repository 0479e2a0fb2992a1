import { foundFacts, resultsIn } from "../rows/facts";
import { ANY_ROW } from "../rows/find-rows";
import { listReader } from "../rows/list-reader";

/** The people a search found. */
export const sduiPeopleSearch = listReader({
  kind: "people-search",
  family: "sdui",
  rows: ['[data-view-name="people-search-result"]', ANY_ROW],
  facts: foundFacts,
  total: resultsIn,
});

// Seen in November 2025.
