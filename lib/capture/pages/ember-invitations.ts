import { invitationFacts } from "../rows/facts";
import { listReader } from "../rows/list-reader";

/** Who wants to connect, and whom one asked to. */
export const emberInvitations = listReader({
  kind: "invitations",
  family: "ember",
  rows: [".invitation-card", ".mn-invitation-list > li"],
  facts: invitationFacts,
});

// As served from 2020 to 2024, told of by those who read it.
