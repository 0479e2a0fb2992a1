import "@/components/ui/theme.css";
import { mount } from "@/components/ui/mount";
import { watch } from "@/lib/data/watch";
import { followDevice } from "@/lib/workspaces/extension-registry";
import { Panel } from "./panel";

followDevice();
mount(<Panel />, "Rapport", watch);
void import("./after-show").then(({ afterShow }) => afterShow());
