import type { ReactNode } from "react";
import { i18n } from "#i18n";
import { OpenNotebook } from "@/components/ui/drawings";
import { Kbd } from "@/components/ui/kbd";

/** The first look: what this is, the one thing to do, and what it is not. */
export default function Welcome({ keys, action }: { keys: string; action?: ReactNode }) {
  return (
    <section
      aria-labelledby="welcome"
      className="grid justify-items-center gap-4 px-2 pt-6 pb-4 text-center"
    >
      <OpenNotebook />
      <div className="grid gap-1.5">
        <h2 id="welcome" className="title text-xl">
          {i18n.t("welcome.title")}
        </h2>
        <p className="mx-auto max-w-80 text-sm text-pretty text-ink-soft">
          {i18n.t("welcome.lead")}
        </p>
      </div>
      <ol className="grid w-full max-w-96 gap-px overflow-hidden rounded-lg border bg-line text-left text-sm">
        <Step number={1}>{i18n.t("welcome.open")}</Step>
        <Step number={2}>
          {i18n.t("welcome.press")}{" "}
          {keys !== "" && <Kbd keys={keys} className="ml-1 align-middle" />}
        </Step>
        <Step number={3}>{i18n.t("welcome.write")}</Step>
      </ol>
      {action}
      <p className="max-w-96 text-xs text-pretty text-ink-faint">{i18n.t("welcome.terms")}</p>
    </section>
  );
}

function Step({ number, children }: { number: number; children: ReactNode }) {
  return (
    <li className="flex gap-3 bg-surface px-3 py-2.5">
      <span aria-hidden="true" className="title w-4 text-center text-lg leading-6 text-plum">
        {number}
      </span>
      <span className="flex-1 leading-6">{children}</span>
    </li>
  );
}
