import { sentenceOf } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import { mailApi } from "./queries";

/** The provider's own page, in a tab of its own: that is where one says yes. */
export async function openConsent(provider: "gmail" | "outlook"): Promise<void> {
  // The tab is opened in the press itself: a browser blocks one that comes after waiting.
  const tab = window.open("about:blank", "_blank");
  try {
    const url = await (await mailApi()).consent(provider);
    if (tab) tab.location.href = url;
    else location.assign(url);
  } catch (error) {
    tab?.close();
    await say(sentenceOf(error));
  }
}
