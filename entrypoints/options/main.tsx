import "@/components/ui/theme.css";
import { mount } from "@/components/ui/mount";
import { i18n } from "#i18n";
import { stayInStep } from "@/lib/cloud/extension-screen";
import { watch } from "@/lib/data/watch";
import { followDevice } from "@/lib/workspaces/extension-registry";
import { hearHints } from "@/lib/workspaces/hear-hints";
import { Options } from "./options";

followDevice();
void hearHints();
stayInStep();
mount(<Options />, i18n.t("options.title"), watch);
