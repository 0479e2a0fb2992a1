/** As much of PouchDB as the bench calls. */
declare namespace PouchDB {
  type Stored<T> = T & { _id: string; _rev: string };
  type Replication = Promise<unknown> & { on(name: "change", hear: (of: unknown) => void): void };
  interface Database<T> {
    bulkDocs(docs: readonly (T & { _id: string; _rev?: string })[]): Promise<unknown>;
    allDocs(options: {
      include_docs: true;
      limit: number;
    }): Promise<{ rows: { doc: Stored<T> }[] }>;
    replicate: Record<"to" | "from", (other: Database<T>, options: object) => Replication>;
    destroy(): Promise<void>;
  }
}

declare module "pouchdb-browser" {
  const PouchDB: new <T>(name: string, options?: { skip_setup?: boolean }) => PouchDB.Database<T>;
  export default PouchDB;
}
