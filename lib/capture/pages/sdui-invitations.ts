import { invitationFacts } from "../rows/facts";
import { ANY_ROW } from "../rows/find-rows";
import { listReader } from "../rows/list-reader";

/** Who wants to connect, and whom one asked to. */
export const sduiInvitations = listReader({
  kind: "invitations",
  family: "sdui",
  rows: ['[data-view-name="pending-invitation"]', ANY_ROW],
  facts: invitationFacts,
});

// Told of for 2025 and 2026 by those who read it; not yet seen here.
