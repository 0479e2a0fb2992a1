import { Clipboard } from "lucide-react";
import { i18n } from "#i18n";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { sentence } from "@/components/ui/sentences";
import { say } from "@/components/ui/toast";
import type { Health, SectionHealth, Verdict } from "@/lib/capture/health/health";
import { structureReport } from "@/lib/capture/health/report";
import type { Snapshot } from "@/lib/capture/snapshot/tree";
import { fieldLabel } from "@/lib/contacts/field-label";
import { version } from "@/lib/platform/version";

const STATES: Record<SectionHealth["state"], { tone: Tone; word: () => string }> = {
  present: { tone: "moss", word: () => i18n.t("truth.state.present") },
  absent: { tone: "quiet", word: () => i18n.t("truth.state.absent") },
  notLoaded: { tone: "saffron", word: () => i18n.t("truth.state.notLoaded") },
  cutOff: { tone: "saffron", word: () => i18n.t("truth.state.cutOff") },
  unread: { tone: "quiet", word: () => i18n.t("truth.state.unread") },
};

const VERDICTS: Record<Verdict, { tone: "moss" | "saffron" | "brick"; word: () => string }> = {
  reads: { tone: "moss", word: () => i18n.t("health.reads") },
  partly: { tone: "saffron", word: () => i18n.t("health.partly") },
  drift: { tone: "brick", word: () => i18n.t("health.drift") },
  refused: { tone: "brick", word: () => i18n.t("health.refused") },
};

/** What was read of a page, section by section, and by what name each was known. */
export function HealthTable({ health, snapshot }: { health: Health; snapshot: Snapshot }) {
  const { tone, word } = VERDICTS[health.verdict];
  const { agree, disagree } = health.identity;
  return (
    <div className="grid grid-cols-1 gap-3">
      <Notice tone={tone} title={word()}>
        {explain(health)}
      </Notice>
      {health.sections.length > 0 && <SectionsTable sections={health.sections} />}
      <p className="text-xs text-ink-faint">{i18n.t("health.identity", [agree, disagree])}</p>
      <Report text={structureReport(snapshot, health, version())} />
    </div>
  );
}

function explain({ verdict, problem }: Health): string {
  if (verdict === "drift") return i18n.t("health.driftMore");
  if (verdict === "refused" && problem) return sentence(problem);
  return verdict === "partly" ? i18n.t("health.partlyMore") : i18n.t("health.readsMore");
}

export function SectionsTable({ sections }: { sections: readonly SectionHealth[] }) {
  return (
    <table className="w-full text-left text-sm">
      <thead>
        <tr className="border-b text-xs text-ink-faint">
          <th className="py-1 pr-3 font-medium">{i18n.t("health.section")}</th>
          <th className="py-1 pr-3 font-medium">{i18n.t("health.state")}</th>
          <th className="py-1 font-medium">{i18n.t("health.knownBy")}</th>
        </tr>
      </thead>
      <tbody>
        {sections.map(({ section, state, anchors, isDrifted }) => (
          <tr key={section} className="border-b align-baseline last:border-b-0">
            <th scope="row" className="py-1.5 pr-3 font-normal">
              {fieldLabel(section)}
            </th>
            <td className="py-1.5 pr-3">
              <Badge tone={isDrifted ? "brick" : STATES[state].tone}>
                {isDrifted ? i18n.t("truth.state.drifted") : STATES[state].word()}
              </Badge>
            </td>
            <td className="py-1.5 font-mono text-2xs break-all text-ink-faint">
              {anchors[0] ?? "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What one may send: shown before it is copied, so that nobody need take our word for what is in it. */
function Report({ text }: { text: string }) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      await say(i18n.t("health.copied"));
    } catch {
      await say(i18n.t("health.notCopied"));
    }
  };
  return (
    <details className="min-w-0 rounded-md border bg-surface px-3 py-2 text-sm">
      <summary className="font-medium">{i18n.t("health.report")}</summary>
      <p className="mt-1 text-xs text-ink-faint">{i18n.t("health.reportWhat")}</p>
      <pre
        tabIndex={0}
        aria-label={i18n.t("health.report")}
        className="my-2 max-h-64 overflow-auto rounded-sm bg-sunken p-2 font-mono text-2xs select-all"
      >
        {text}
      </pre>
      <Button size="sm" onClick={() => void copy()}>
        <Clipboard aria-hidden="true" />
        {i18n.t("health.copy")}
      </Button>
    </details>
  );
}
