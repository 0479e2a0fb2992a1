import { cloudSession } from "./extension-session";
import { createTeams } from "./teams";

export const cloudTeams = createTeams(cloudSession);
