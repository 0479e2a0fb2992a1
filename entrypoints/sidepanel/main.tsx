import "@/components/ui/theme.css";
import { mount } from "@/components/ui/mount";
import { askToKeep } from "@/lib/account/store";
import { stayInStep } from "@/lib/cloud/extension-screen";
import { rescueDrafts } from "@/lib/contacts/store";
import { openPersonal } from "@/lib/data/db";
import { watch } from "@/lib/data/watch";
import { backUpWhenIdle } from "@/lib/export/when-idle";
import { followDevice } from "@/lib/workspaces/extension-registry";
import { hearHints } from "@/lib/workspaces/hear-hints";
import { Panel } from "./panel";

void rescueDrafts();
void askToKeep();
followDevice();
void hearHints();
stayInStep();
backUpWhenIdle(openPersonal());
mount(<Panel />, "Rapport", watch);
