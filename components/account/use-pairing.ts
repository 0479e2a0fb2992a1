import { useEffect, useState } from "react";
import { sentenceOf } from "@/components/ui/sentences";
import { cloudSession } from "@/lib/cloud/extension-session";
import type { Pairing } from "@/lib/cloud/session";
import { AppError } from "@/lib/platform/app-error";
import { browser } from "@/lib/platform/browser";
import { requestDataConsent } from "@/lib/platform/data-consent";

export type PairingScreen = {
  pending: Pairing | undefined;
  problem: string | undefined;
  isBusy: boolean;
  start: (server: string, deviceName: string) => Promise<void>;
  cancel: () => Promise<void>;
  openPage: () => void;
};

/** Connecting a device: a code asked for, a page to approve it on, and a question every few seconds whether that was done. */
export function usePairing(): PairingScreen {
  const [pending, setPending] = useState<Pairing>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    let isGone = false;
    void cloudSession.pendingPairing().then((found) => isGone || setPending(found));
    return () => {
      isGone = true;
    };
  }, []);

  useEffect(() => {
    if (!pending) return undefined;
    let isGone = false;
    const timer = setTimeout(async () => {
      try {
        const polled = await cloudSession.pollPairing(pending);
        // A new object each time, so that the next question is asked.
        if (!isGone) setPending(polled.state === "waiting" ? { ...polled.pairing } : undefined);
      } catch (error) {
        if (isGone) return;
        setProblem(sentenceOf(error));
        setPending(await cloudSession.pendingPairing());
      }
    }, pending.interval);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [pending]);

  return {
    pending,
    problem,
    isBusy,
    async start(server, deviceName) {
      setBusy(true);
      setProblem(undefined);
      try {
        if (!(await requestDataConsent())) throw new AppError("data-consent");
        await cloudSession.setServer(server);
        const started = await cloudSession.startPairing(deviceName);
        setPending(started);
        openTab(started.url);
      } catch (error) {
        setProblem(sentenceOf(error));
      }
      setBusy(false);
    },
    async cancel() {
      setPending(undefined);
      await cloudSession.cancelPairing();
    },
    openPage: () => pending && openTab(pending.url),
  };
}

function openTab(url: string): void {
  void browser.tabs.create({ url });
}
