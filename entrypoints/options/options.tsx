import { lazy, Suspense, useEffect, type ReactNode } from "react";
import { i18n } from "#i18n";
import { Connect } from "@/components/account/connect";
import { Connected } from "@/components/account/connected";
import { DeviceList } from "@/components/account/device-list";
import { Erase } from "@/components/account/erase";
import { Shortcuts } from "@/components/account/shortcuts";
import { StorageUse } from "@/components/account/storage-use";
import { keepTheme, themeOptions, useThemeOfSettings } from "@/components/account/theme";
import { useSession } from "@/components/account/use-session";
import { buttonLook } from "@/components/ui/button";
import { Mark } from "@/components/ui/mark";
import { Segmented } from "@/components/ui/segmented";
import { useTheme } from "@/components/ui/theme-choice";
import { browser } from "@/lib/platform/browser";

const TeamsSection = lazy(() => import("@/components/workspaces/teams-section"));
const AiSettings = lazy(() => import("@/components/ai/ai-settings"));
const MailSettings = lazy(() => import("@/components/messaging/mail/mail-settings"));

type Part = { id: string; title: string; body: ReactNode };

export function Options() {
  useThemeOfSettings();
  const theme = useTheme();
  const session = useSession();

  // The address may name a part that was not there when the page was read.
  useEffect(() => {
    if (session === undefined || location.hash === "") return;
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [session]);

  const parts: Part[] = [
    {
      id: "account",
      title: i18n.t("account.title"),
      body: session ? <Connected session={session} /> : session === null && <Connect />,
    },
    {
      id: "teams",
      title: i18n.t("teams.title"),
      body: (
        <Suspense>
          <TeamsSection isConnected={Boolean(session)} />
        </Suspense>
      ),
    },
    ...(session ? [{ id: "devices", title: i18n.t("account.devices"), body: <DeviceList /> }] : []),
    {
      id: "appearance",
      title: i18n.t("options.appearance"),
      body: (
        <div className="grid justify-items-start gap-3">
          <Segmented
            label={i18n.t("theme.label")}
            value={theme}
            options={themeOptions()}
            onChange={(choice) => void keepTheme(choice)}
          />
          <p className="text-sm text-ink-soft">{i18n.t("options.language")}</p>
        </div>
      ),
    },
    {
      id: "ai",
      title: i18n.t("ai.title"),
      body: (
        <Suspense>
          <AiSettings />
        </Suspense>
      ),
    },
    {
      id: "mail",
      title: i18n.t("mailing.title"),
      body: (
        <Suspense>
          <MailSettings key={session?.token} />
        </Suspense>
      ),
    },
    { id: "shortcuts", title: i18n.t("keys.title"), body: <Shortcuts /> },
    { id: "data", title: i18n.t("options.data"), body: <Data /> },
    { id: "storage", title: i18n.t("storage.title"), body: <StorageUse /> },
    { id: "erase", title: i18n.t("erase.heading"), body: <Erase session={session} /> },
    { id: "about", title: i18n.t("options.about"), body: <About /> },
  ];

  return (
    <div className="mx-auto grid max-w-240 gap-x-10 px-4 py-6 md:grid-cols-[11rem_minmax(0,1fr)] md:py-10">
      <header className="grid content-start gap-4 pb-4 md:sticky md:top-10 md:h-fit">
        <div className="flex items-center gap-2">
          <Mark />
          <h1 className="title text-xl">{i18n.t("panel.settings")}</h1>
        </div>
        <nav aria-label={i18n.t("panel.settings")}>
          <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm md:grid">
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="inline-flex min-h-6 items-center rounded-sm text-ink-soft underline decoration-transparent underline-offset-3 hover:text-ink hover:decoration-current"
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main className="grid grid-cols-1 gap-8">
        {parts.map(({ id, title, body }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6">
            <h2 id={`${id}-title`} className="title mb-3 border-b pb-1.5 text-lg">
              {title}
            </h2>
            {body}
          </section>
        ))}
      </main>
    </div>
  );
}

/** Both have a screen of their own on the desk: a backup is one of the files it writes and reads. */
function Data() {
  return (
    <div className="grid justify-items-start gap-3">
      <p className="max-w-prose text-sm text-ink-soft">{i18n.t("options.dataLead")}</p>
      <div className="flex flex-wrap gap-2">
        <a href="/desk.html#export" className={buttonLook()}>
          {i18n.t("options.export")}
        </a>
        <a href="/desk.html#import" className={buttonLook()}>
          {i18n.t("options.import")}
        </a>
      </div>
    </div>
  );
}

function About() {
  return (
    <div className="grid max-w-prose gap-2 text-sm text-ink-soft">
      <p>{i18n.t("about.what", [browser.runtime.getManifest().version])}</p>
      <p>{i18n.t("about.telemetry")}</p>
      <p>{i18n.t("about.notAffiliated")}</p>
    </div>
  );
}
