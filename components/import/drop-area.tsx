import { FileDown } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/ui/button";

const ACCEPTED = ".zip,.csv,.tsv,.txt,.vcf,.json,.gz";

/** The whole page takes a file while this is on it; over it lies what will happen when the hand lets go. */
export function DropArea({
  onFiles,
  children,
}: {
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}) {
  const [isOver, setOver] = useState(false);
  const take = useRef(onFiles);
  useEffect(() => {
    take.current = onFiles;
  });

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take.current(files);
    };
    addEventListener("dragover", onDragOver);
    addEventListener("dragleave", onDragLeave);
    addEventListener("drop", onDrop);
    return () => {
      removeEventListener("dragover", onDragOver);
      removeEventListener("dragleave", onDragLeave);
      removeEventListener("drop", onDrop);
    };
  }, []);

  return (
    <div className="relative min-h-full">
      {children}
      {isOver && (
        <div
          aria-hidden="true"
          className="fixed inset-2 z-50 grid place-items-center rounded-lg border-2 border-dashed border-plum bg-plum-soft/90"
        >
          <p className="title flex items-center gap-2 text-xl text-plum">
            <FileDown className="size-6" />
            {i18n.t("import.dropNow")}
          </p>
        </div>
      )}
    </div>
  );
}

/** For those who would rather choose than drop. */
export function ChooseFile({
  onFiles,
  variant = "primary",
}: {
  onFiles: (files: readonly File[]) => void;
  variant?: "primary" | "plain";
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={i18n.t("import.choose")}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button variant={variant} onClick={() => input.current?.click()}>
        {i18n.t("import.choose")}
      </Button>
    </>
  );
}
