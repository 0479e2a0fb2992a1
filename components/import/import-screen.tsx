import { useEffect, useRef } from "react";
import { i18n } from "#i18n";
import type { ImportPort } from "@/lib/import/port";
import type { UnreadFile } from "@/lib/import/source";
import { DropArea } from "./drop-area";
import { DryRun } from "./dry-run";
import { History } from "./history";
import { MappingStep } from "./mapping";
import { Done, Failed, Undone } from "./outcome";
import { Start } from "./start";
import { useImport, type Step } from "./use-import";
import { Working } from "./working";

/** From a dropped file to a notebook that holds it, and back. */
export function ImportScreen({
  port,
  files,
}: {
  port: ImportPort;
  /** Files handed over by another screen: read at once, each time they are others. */
  files?: readonly File[];
}) {
  const flow = useImport(port);
  const { now, open } = flow;
  const taken = useRef<readonly File[]>(undefined);
  useEffect(() => {
    if (!files || files.length === 0 || taken.current === files) return;
    taken.current = files;
    void open(files);
  }, [files, open]);

  const isBusy = ["opening", "planning", "running", "undoing"].includes(now.step);
  return (
    <DropArea onFiles={(dropped) => !isBusy && void open(dropped)}>
      <StepView port={port} flow={flow} />
      {now.step === "start" && (
        <History records={flow.history} onUndo={(id) => void flow.undo(id)} />
      )}
    </DropArea>
  );
}

type Flow = ReturnType<typeof useImport>;

function StepView({ port, flow }: { port: ImportPort; flow: Flow }) {
  const { now, choices, setChoices, startAgain, stop } = flow;
  const nothing = nothingIn(now);
  if (nothing) {
    return <Start refused={nothing} onFiles={(files) => void flow.open(files)} />;
  }
  switch (now.step) {
    case "start":
      return <Start refused={[]} onFiles={(files) => void flow.open(files)} />;
    case "opening":
      return <Working title={i18n.t("import.opening")} />;
    case "mapping":
      return (
        <MappingStep
          opened={now.opened}
          choices={choices}
          onChoices={setChoices}
          onCheck={() => void flow.plan(now.opened, choices)}
          onLeave={startAgain}
        />
      );
    case "planning":
      return <Working title={i18n.t("import.reading")} progress={now.progress} onStop={stop} />;
    case "planned":
      return (
        <DryRun
          port={port}
          opened={now.opened}
          plan={now.plan}
          choices={choices}
          onAnswers={setChoices}
          onPlan={(next) => void flow.plan(now.opened, next)}
          onRun={() => void flow.run(choices)}
          onLeave={startAgain}
        />
      );
    case "running":
      return <Working title={i18n.t("import.writing")} progress={now.progress} onStop={stop} />;
    case "done":
      return (
        <Done
          record={now.record}
          onUndo={() => void flow.undo(now.record.id)}
          onAgain={startAgain}
        />
      );
    case "undoing":
      return <Working title={i18n.t("import.undoing")} progress={now.progress} />;
    case "undone":
      return <Undone kept={now.kept} onAgain={startAgain} />;
    case "failed":
      return <Failed error={now.error} onAgain={startAgain} />;
  }
}

/** Files were dropped and none of them can be read: why, where the next one is asked for. */
function nothingIn(now: Step): readonly UnreadFile[] | undefined {
  if (now.step !== "planned" || now.opened.sources.length > 0) return undefined;
  return now.opened.refused;
}
