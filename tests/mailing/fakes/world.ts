import { startConsent } from "./consent";
import { fakeDns } from "./dns";
import { fakeGmail } from "./gmail";
import { fakeGoogleRevoke } from "./google-revoke";
import { fakeGraph } from "./graph";
import { FakeMailbox } from "./mailbox";
import { createFakeResend } from "./resend";
import { serve } from "./serve";

export type World = Awaited<ReturnType<typeof openWorld>>;

/** All the services a mail may pass through, each a server of its own on this machine. */
export async function openWorld(now: () => number) {
  const consent = await startConsent();
  const isGood = (token: string) => consent.good.has(token);
  const gmail = new FakeMailbox("ida@norling.example", now);
  const outlook = new FakeMailbox("ida@contoso.example", now);
  const resend = createFakeResend();
  const zone: Record<string, string[] | number> = {};
  const servers = await Promise.all([
    serve(fakeGmail(gmail, isGood)),
    serve(fakeGraph(outlook, isGood)),
    serve(resend.app),
    serve(fakeDns(zone)),
    serve(fakeGoogleRevoke(consent)),
  ]);
  const [gmailUrl, graph, resendUrl, dns, revoke] = servers.map(({ url }) => url) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const urls = {
    ...consent.urls,
    gmail: gmailUrl,
    graph,
    resend: resendUrl,
    dns: `${dns}/dns-query`,
    googleRevoke: `${revoke}/revoke`,
  };
  return {
    consent,
    gmail,
    outlook,
    resend,
    zone,
    /** What a server has to be told to stand in this world. */
    env: {
      GOOGLE_CLIENT_ID: "google-client",
      GOOGLE_CLIENT_SECRET: "google-secret",
      MICROSOFT_CLIENT_ID: "microsoft-client",
      MICROSOFT_CLIENT_SECRET: "microsoft-secret",
      SERVICE_URLS: JSON.stringify(urls),
    },
    async close() {
      await Promise.all([consent.stop(), ...servers.map((server) => server.stop())]);
    },
  };
}
