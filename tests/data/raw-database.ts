/** A database as IndexedDB has it, without a line of our own code: a version left behind is written and read so. */
export type RawIndex = {
  name: string;
  keyPath: string | string[];
  unique: boolean;
  multiEntry: boolean;
};
export type RawStore = {
  keyPath: string | string[] | null;
  autoIncrement: boolean;
  indexes: RawIndex[];
  rows: unknown[];
};
export type RawDatabase = { version: number; stores: Record<string, RawStore> };

export async function dumpDatabase(name: string): Promise<RawDatabase> {
  const database = await answer(indexedDB.open(name));
  const stores: Record<string, RawStore> = {};
  for (const storeName of database.objectStoreNames) {
    const store = database.transaction(storeName).objectStore(storeName);
    const indexes = Array.from(store.indexNames, (indexName) => {
      const { keyPath, unique, multiEntry } = store.index(indexName);
      return { name: indexName, keyPath, unique, multiEntry };
    });
    const { keyPath, autoIncrement } = store;
    stores[storeName] = { keyPath, autoIncrement, indexes, rows: await answer(store.getAll()) };
  }
  const { version } = database;
  database.close();
  return { version, stores };
}

export async function writeDatabase(name: string, raw: RawDatabase): Promise<void> {
  const opening = indexedDB.open(name, raw.version);
  opening.addEventListener("upgradeneeded", () => {
    for (const [storeName, { keyPath, autoIncrement, indexes }] of Object.entries(raw.stores)) {
      const store = opening.result.createObjectStore(storeName, { keyPath, autoIncrement });
      for (const { name: index, keyPath: path, unique, multiEntry } of indexes)
        store.createIndex(index, path, { unique, multiEntry });
    }
  });
  const database = await answer(opening);
  const writing = database.transaction(Object.keys(raw.stores), "readwrite");
  for (const [storeName, { rows }] of Object.entries(raw.stores))
    for (const row of rows) writing.objectStore(storeName).put(row);
  await new Promise<void>((resolve, reject) => {
    writing.addEventListener("complete", () => resolve());
    writing.addEventListener("error", () => reject(new Error(writing.error?.message)));
  });
  database.close();
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(new Error(request.error?.message)));
  });
}
