import { Bookmark, Send, X } from "lucide-react";
import { i18n } from "#i18n";
import { Button, IconButton } from "@/components/ui/button";
import { ChangeArea } from "@/components/ui/change-area";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { dayText, Moment } from "@/components/ui/moment";
import { movesOf } from "@/lib/job-search/moves";
import { ownStage } from "@/lib/job-search/stages";
import { dropOwnApplication, setAppliedOn, setContact, since } from "@/lib/job-search/store";
import type { Application } from "@/lib/model/application";
import { act, moveTo, stageWord } from "./act";
import { useInsiders, useOwnApplication } from "./queries";
import { StageSelect } from "./stage-select";

/** Oneself at a job: where the application stands, how it came there, and the next step. */
export default function ApplicationCard({ jobId }: { jobId: string }) {
  const application = useOwnApplication(jobId);
  if (application === undefined || application === "no-job") return null;
  if (application === null)
    return (
      <section aria-label={i18n.t("jobSearch.title")} className="flex flex-wrap gap-1.5">
        <ChangeArea kind="applications">
          <Button size="sm" onClick={() => void moveTo(jobId, "saved")}>
            <Bookmark aria-hidden="true" />
            {i18n.t("jobSearch.toApply")}
          </Button>
          <Button size="sm" onClick={() => void moveTo(jobId, "applied")}>
            <Send aria-hidden="true" />
            {i18n.t("jobSearch.haveApplied")}
          </Button>
        </ChangeArea>
      </section>
    );
  return (
    <section
      aria-label={i18n.t("jobSearch.title")}
      className="grid grid-cols-1 gap-3 rounded-lg border bg-surface px-3 py-2.5"
    >
      <ChangeArea kind="applications">
        <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="text-sm font-semibold">{i18n.t("jobSearch.title")}</h3>
          <span className="text-xs text-ink-faint">
            <Moment at={since(application)} />
          </span>
          <IconButton
            size="icon-sm"
            className="ml-auto"
            label={i18n.t("jobSearch.drop")}
            onClick={() =>
              void act(() => dropOwnApplication(application.id), i18n.t("jobSearch.toldDropped"))
            }
          >
            <X aria-hidden="true" />
          </IconButton>
        </header>
        <div className="flex flex-wrap items-center gap-2">
          <StageSelect application={application} />
          {ownStage(application) === "saved" && (
            <Button size="sm" onClick={() => void moveTo(jobId, "applied")}>
              <Send aria-hidden="true" />
              {i18n.t("jobSearch.haveApplied")}
            </Button>
          )}
        </div>
        {ownStage(application) !== "saved" && (
          <AppliedOn key={application.appliedAt} application={application} />
        )}
        <Contact application={application} />
      </ChangeArea>
      <History application={application} />
    </section>
  );
}

function AppliedOn({ application: { id, appliedAt = "" } }: { application: Application }) {
  const keep = (day: string) => {
    if (day !== appliedAt.slice(0, 10))
      void act(() => setAppliedOn(id, day), i18n.t("jobSearch.toldDay"));
  };
  return (
    <Field label={i18n.t("jobSearch.appliedOn")}>
      {(ids) => (
        <Input
          {...ids}
          type="date"
          className="max-w-44"
          defaultValue={appliedAt.slice(0, 10)}
          onBlur={(event) => keep(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Somebody at the firm: when it is time to ask, the message goes to them. */
function Contact({ application }: { application: Application }) {
  const { id, personId = "" } = application;
  const insiders = useInsiders(application);
  if (insiders.length === 0) return null;
  return (
    <Field label={i18n.t("jobSearch.contact")} hint={i18n.t("jobSearch.contactHow")}>
      {(ids) => (
        <Select
          {...ids}
          value={insiders.some((one) => one.id === personId) ? personId : ""}
          options={[
            { value: "", label: i18n.t("jobSearch.nobody") },
            ...insiders.map((one) => ({
              value: one.id,
              label: [one.fullName, one.position].filter(Boolean).join(" · "),
            })),
          ]}
          onPick={(chosen) =>
            void act(() => setContact(id, chosen || null), i18n.t("jobSearch.toldContact"))
          }
        />
      )}
    </Field>
  );
}

function History({ application }: { application: Application }) {
  const moves = movesOf(application);
  return (
    <ol aria-label={i18n.t("jobSearch.history")} className="grid gap-1 border-l pl-3 text-xs">
      {moves.map(({ id, to, at }) => (
        <li key={id} className="flex items-baseline gap-2">
          <span className="min-w-0 flex-1 text-ink-soft">{stageWord(to)}</span>
          <time dateTime={at} className="text-ink-faint tabular-nums">
            {dayText(at)}
          </time>
        </li>
      ))}
    </ol>
  );
}
