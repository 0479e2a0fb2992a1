import "@/components/ui/theme.css";
import { mount } from "@/components/ui/mount";
import { i18n } from "#i18n";
import { stayInStep } from "@/lib/cloud/extension-screen";
import { rescueDrafts } from "@/lib/contacts/store";
import { openDb } from "@/lib/data/db";
import { watch } from "@/lib/data/watch";
import { backUpWhenIdle } from "@/lib/export/when-idle";
import { Desk } from "./desk";

void rescueDrafts();
stayInStep();
backUpWhenIdle(openDb());
mount(<Desk />, i18n.t("desk.title"), watch);
