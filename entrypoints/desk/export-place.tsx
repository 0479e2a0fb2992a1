import { useEffect, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { ExportScreen } from "@/components/export/export-screen";
import { hasOwnProfile } from "@/lib/export/store";
import { openDb } from "@/lib/data/db";
import { createWorkerExporter } from "@/lib/export/worker-exporter";

/** What is written out is made in a worker, which ends when the place is left. */
export default function ExportPlace({ onRestore }: { onRestore: (file: File) => void }) {
  const [port] = useState(() => createWorkerExporter(openDb().name));
  useEffect(() => () => port.close(), [port]);
  const owner = useQuery({ queryKey: ["people", "owner"], queryFn: () => hasOwnProfile() });
  return (
    <ExportScreen
      port={port}
      backups={port.backups}
      hasOwnProfile={owner.data ?? false}
      onRestore={onRestore}
    />
  );
}
