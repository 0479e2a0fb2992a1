import { foundFacts, resultsIn } from "../rows/facts";
import { listReader } from "../rows/list-reader";

/** The people a search found. */
export const emberPeopleSearch = listReader({
  kind: "people-search",
  family: "ember",
  rows: [
    '[data-view-name="search-entity-result-universal-template"]',
    "[data-chameleon-result-urn]",
    ".reusable-search__result-container",
    ".entity-result",
  ],
  facts: foundFacts,
  total: resultsIn,
});

// As served from 2020 to 2025, told of by those who read it.
