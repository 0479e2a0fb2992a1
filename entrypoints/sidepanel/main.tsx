import "@/components/ui/theme.css";
import { mount } from "@/components/ui/mount";
import { rescueDrafts } from "@/lib/contacts/store";
import { watch } from "@/lib/data/watch";
import { Panel } from "./panel";

void rescueDrafts();
mount(<Panel />, "Rapport", watch);
