import { wish } from "./begin";
import "@/components/ui/theme.css";
import { mount } from "@/components/ui/mount";
import { leftDrafts } from "@/lib/contacts/drafts";
import { watch } from "@/lib/data/watch";
import { followDevice } from "@/lib/workspaces/extension-registry";
import { Panel } from "./panel";
import { fetchOpening, preloadScreens } from "./screens";
import { wishedPerson } from "./wished";

followDevice();
// Looked for before anything is typed here: what is being typed is no leftover.
const drafts = leftDrafts();
mount(<Panel />, "Rapport", watch, async (queries) => {
  // Opened to write to somebody: the list is not drawn first.
  const told = await wish;
  const to = told && (await wishedPerson(told).catch(() => undefined));
  if (to !== undefined) history.replaceState(null, "", `#write/${to}`);
  await fetchOpening(location.hash.slice(1), queries).finally(() => {
    requestIdleCallback(() => {
      preloadScreens();
      void import("./after-show").then(({ afterShow }) => afterShow({ drafts }));
    });
  });
});
