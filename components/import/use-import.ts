import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Choices } from "@/lib/import/choices";
import type { ImportRecord } from "@/lib/import/import-record";
import type { Plan, Progress } from "@/lib/import/plan";
import type { ImportPort, OpenedView } from "@/lib/import/port";

export type Step =
  | { step: "start" }
  | { step: "opening" }
  | { step: "mapping"; opened: OpenedView }
  | { step: "planning"; opened: OpenedView; progress?: Progress }
  | { step: "planned"; opened: OpenedView; plan: Plan }
  | { step: "running"; progress?: Progress }
  | { step: "done"; record: ImportRecord }
  | { step: "undoing"; progress?: Progress }
  | { step: "undone"; kept: number }
  | { step: "failed"; error: unknown };

/** The way of an import from the file to its undo. One thing happens at a time. */
export function useImport(port: ImportPort) {
  const [now, setNow] = useState<Step>({ step: "start" });
  const [choices, setChoices] = useState<Choices>(NO_CHOICES);
  const queries = useQueryClient();
  const history = useQuery({ queryKey: ["_imports"], queryFn: () => port.history() });

  const attempt = useCallback(
    async (work: () => Promise<Step>) => {
      try {
        setNow(await work());
      } catch (error) {
        setNow({ step: "failed", error });
      }
      await queries.invalidateQueries({ queryKey: ["_imports"] });
    },
    [queries],
  );

  const plan = useCallback(
    (opened: OpenedView, chosen: Choices) => {
      setChoices(chosen);
      setNow({ step: "planning", opened });
      return attempt(async () => {
        const made = await port.plan(chosen, (progress) =>
          setNow({ step: "planning", opened, progress }),
        );
        return made ? { step: "planned", opened, plan: made } : { step: "start" };
      });
    },
    [port, attempt],
  );

  const open = useCallback(
    async (files: readonly File[]) => {
      setNow({ step: "opening" });
      try {
        const opened = await port.open(files);
        const chosen = choicesFor(opened);
        if (opened.sources.some(({ table }) => table)) {
          setChoices(chosen);
          setNow({ step: "mapping", opened });
          return;
        }
        await plan(opened, chosen);
      } catch (error) {
        setNow({ step: "failed", error });
      }
    },
    [port, plan],
  );

  const run = useCallback(
    (chosen: Choices) => {
      setNow({ step: "running" });
      return attempt(async () => {
        const record = await port.run(chosen, (progress) => setNow({ step: "running", progress }));
        return { step: "done", record };
      });
    },
    [port, attempt],
  );

  const undo = useCallback(
    (id: string) => {
      setNow({ step: "undoing" });
      return attempt(async () => {
        const { kept } = await port.undo(id, (progress) => setNow({ step: "undoing", progress }));
        return { step: "undone", kept };
      });
    },
    [port, attempt],
  );

  return {
    now,
    choices,
    setChoices,
    history: history.data ?? [],
    open,
    plan,
    run,
    undo,
    stop: () => void port.cancel(),
    startAgain: () => setNow({ step: "start" }),
  };
}

const NO_CHOICES: Choices = {
  wanted: new Set(),
  onConflict: "file",
  answers: new Map(),
  doubts: "apart",
  markLost: true,
  mappings: new Map(),
  own: new Set(),
};

function choicesFor({ sources }: OpenedView): Choices {
  return {
    ...NO_CHOICES,
    wanted: new Set(sources.filter(({ isOptional }) => !isOptional).map(({ index }) => index)),
    mappings: new Map(
      sources.flatMap(({ index, table }) => (table ? [[index, table.mapping]] : [])),
    ),
  };
}
