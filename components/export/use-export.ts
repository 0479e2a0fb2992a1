import { useCallback, useState } from "react";
import type { ExportPort, ExportProgress, ExportRequest } from "@/lib/export/export-port";
import { saveBlob } from "./save-blob";

export type Writing =
  | { step: "idle" }
  | { step: "writing"; kind: ExportRequest["kind"]; progress?: ExportProgress }
  | { step: "saved"; name: string }
  | { step: "failed"; error: unknown };

/** One export at a time, from the press to the file in the downloads. */
export function useExport(port: ExportPort) {
  const [now, setNow] = useState<Writing>({ step: "idle" });

  const write = useCallback(
    async (request: ExportRequest) => {
      const { kind } = request;
      setNow({ step: "writing", kind });
      try {
        const file = await port.export(request, (progress) =>
          setNow({ step: "writing", kind, progress }),
        );
        if (!file) {
          setNow({ step: "idle" });
          return;
        }
        saveBlob(file.name, file.blob);
        setNow({ step: "saved", name: file.name });
      } catch (error) {
        setNow({ step: "failed", error });
      }
    },
    [port],
  );

  return { now, write, stop: () => void port.cancel() };
}
