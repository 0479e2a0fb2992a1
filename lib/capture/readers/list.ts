import type { Reader } from "../page";
import { emberCompanyPeople } from "../pages/ember-company-people";
import { emberConnections } from "../pages/ember-connections";
import { emberInvitations } from "../pages/ember-invitations";
import { emberPeopleSearch } from "../pages/ember-people-search";
import { sduiCompanyPeople } from "../pages/sdui-company-people";
import { sduiConnections } from "../pages/sdui-connections";
import { sduiInvitations } from "../pages/sdui-invitations";
import { sduiPeopleSearch } from "../pages/sdui-people-search";

/** Lists of people. */
export const listReaders: Reader[] = [
  sduiConnections,
  emberConnections,
  sduiPeopleSearch,
  emberPeopleSearch,
  sduiCompanyPeople,
  emberCompanyPeople,
  sduiInvitations,
  emberInvitations,
];
