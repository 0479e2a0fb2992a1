import { readCounts } from "../counts";
import { connectionFacts } from "../rows/facts";
import { listReader } from "../rows/list-reader";

/** Everyone one is connected with, and since when. */
export const sduiConnections = listReader({
  kind: "connections",
  family: "sdui",
  rows: ['[componentkey^="ConnectionCard_"]', '[data-view-name="connections-list"]'],
  facts: connectionFacts,
  total: (line) => readCounts([line]).connections,
});

// Seen in May 2026; told of with `ConnectionCard_` keys for September 2026.
