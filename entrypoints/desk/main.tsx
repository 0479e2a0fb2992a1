import "@/components/ui/theme.css";
import { mount } from "@/components/ui/mount";
import { i18n } from "#i18n";
import { stayInStep } from "@/lib/cloud/extension-screen";
import { rescueDrafts } from "@/lib/contacts/store";
import { openPersonal } from "@/lib/data/db";
import { watch } from "@/lib/data/watch";
import { backUpWhenIdle } from "@/lib/export/when-idle";
import { followDevice } from "@/lib/workspaces/extension-registry";
import { hearHints } from "@/lib/workspaces/hear-hints";
import { Desk } from "./desk";

void rescueDrafts();
followDevice();
void hearHints();
stayInStep();
backUpWhenIdle(openPersonal());
mount(<Desk />, i18n.t("desk.title"), watch);
