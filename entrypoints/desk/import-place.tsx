import { useEffect, useState } from "react";
import { ImportScreen } from "@/components/import/import-screen";
import { openDb } from "@/lib/data/db";
import { holdWatching } from "@/lib/data/watch";
import { createWorkerImporter } from "@/lib/import/worker-importer";

/** The import reads, compares and writes in a worker, which ends when the place is left. */
export default function ImportPlace({ files }: { files?: readonly File[] | undefined }) {
  const [port] = useState(() => createWorkerImporter(holdWatching, openDb().name));
  useEffect(() => () => port.close(), [port]);
  return <ImportScreen port={port} {...(files && { files })} />;
}
