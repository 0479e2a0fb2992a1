import { readCounts } from "../counts";
import { connectionFacts } from "../rows/facts";
import { listReader } from "../rows/list-reader";

/** Everyone one is connected with, and since when. */
export const emberConnections = listReader({
  kind: "connections",
  family: "ember",
  rows: [".mn-connection-card", '[class*="connection-card"]:is(li, article)'],
  facts: connectionFacts,
  total: (line) => readCounts([line]).connections,
});

// As served from 2020 to 2025, told of by those who read it.
