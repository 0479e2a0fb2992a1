import type { Reader } from "../page";
import { emberCompany } from "../pages/ember-company";
import { guestCompany } from "../pages/guest-company";
import { sduiCompany } from "../pages/sdui-company";

/** A company's page. */
export const companyReaders: Reader[] = [sduiCompany, emberCompany, guestCompany];
