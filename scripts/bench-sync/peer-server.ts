import { gzipSync } from "node:zlib";
import { contacts, idOf } from "./workload";

/** The other ends: RxDB's two handlers and CouchDB's protocol over maps, and the same rows as one plain file. */

type Answer = { status?: number; body: Buffer | string; headers?: Record<string, string> };
export type PeerServer = (method: string, url: URL, body: Buffer) => Answer | undefined;

export function createPeerServer(): PeerServer {
  const rx = new Map<string, RxStore>();
  const couch = new Map<string, CouchStore>();
  const raw = new Map<number, Buffer>();
  return (method, url, body) => {
    const [, kind, name = "", ...rest] = url.pathname.split("/");
    if (kind === "raw") {
      const count = Number(name);
      const file = raw.get(count) ?? gzipSync(JSON.stringify(withIds(count)), { level: 4 });
      raw.set(count, file);
      return { body: file, headers: { "content-encoding": "gzip" } };
    }
    if (kind === "rx") {
      const store = rx.get(name) ?? new RxStore();
      rx.set(name, store);
      return json(rest[0] === "push" ? store.push(body) : store.pull(url.searchParams));
    }
    if (kind !== "couch") return undefined;
    const store = couch.get(name) ?? new CouchStore(name);
    couch.set(name, store);
    return store.answer(method, rest, url.searchParams, body);
  };
}

function withIds(count: number) {
  return contacts(count).map((row, index) => ({
    id: idOf(index),
    ...row,
  }));
}

function json(value: unknown, status = 200): Answer {
  return { status, body: JSON.stringify(value), headers: { "content-type": "application/json" } };
}

type RxDoc = { id: string } & Record<string, unknown>;

class RxStore {
  private readonly docs = new Map<string, { seq: number; doc: RxDoc }>();
  private seq = 0;

  push(body: Buffer): RxDoc[] {
    const rows = JSON.parse(body.toString()) as { newDocumentState: RxDoc }[];
    for (const { newDocumentState: doc } of rows) {
      this.docs.delete(doc.id);
      this.docs.set(doc.id, { seq: ++this.seq, doc });
    }
    return [];
  }

  pull(query: URLSearchParams) {
    const since = Number(query.get("since"));
    const limit = Number(query.get("limit"));
    const documents: RxDoc[] = [];
    let last = since;
    for (const { seq, doc } of this.docs.values()) {
      if (seq <= since) continue;
      documents.push({ ...doc, _deleted: false });
      last = seq;
      if (documents.length === limit) break;
    }
    return { documents, checkpoint: { seq: last } };
  }
}

type CouchDoc = { _id: string; _rev: string; _revisions?: unknown } & Record<string, unknown>;

class CouchStore {
  private readonly docs = new Map<string, { seq: number; doc: CouchDoc }>();
  private readonly local = new Map<string, Record<string, unknown>>();
  private seq = 0;

  constructor(private readonly name: string) {}

  answer(method: string, path: string[], query: URLSearchParams, body: Buffer): Answer {
    const given = body.length > 0 ? (JSON.parse(body.toString()) as Record<string, never>) : {};
    switch (path[0] ?? "") {
      case "":
        return json({ db_name: this.name, update_seq: this.seq, doc_count: this.docs.size });
      case "_local":
        return this.checkpoint(method, path[1] ?? "", given);
      case "_revs_diff":
        return json(this.missing(given));
      case "_bulk_docs":
        return this.write(given["docs"] as unknown as CouchDoc[]);
      case "_changes":
        return json(
          this.changes(Number(query.get("since") ?? 0), Number(query.get("limit") ?? 25)),
        );
      case "_bulk_get":
        return json(this.read(given["docs"] as unknown as { id: string; rev: string }[]));
      default:
        return json({ error: "not_found" }, 404);
    }
  }

  private checkpoint(method: string, id: string, doc: Record<string, unknown>): Answer {
    if (method === "PUT") {
      this.local.set(id, { ...doc, _rev: "0-1" });
      return json({ ok: true, id: `_local/${id}`, rev: "0-1" }, 201);
    }
    const held = this.local.get(id);
    return held ? json(held) : json({ error: "not_found", reason: "missing" }, 404);
  }

  private missing(asked: Record<string, string[]>) {
    const entries = Object.entries(asked).map(([id, revs]) => {
      const held = this.docs.get(id)?.doc._rev;
      return [id, { missing: revs.filter((rev) => rev !== held) }] as const;
    });
    return Object.fromEntries(entries.filter(([, { missing }]) => missing.length > 0));
  }

  private write(docs: CouchDoc[]): Answer {
    for (const doc of docs) {
      this.docs.delete(doc._id);
      this.docs.set(doc._id, { seq: ++this.seq, doc });
    }
    return json([], 201);
  }

  private changes(since: number, limit: number) {
    const results: unknown[] = [];
    let last = since;
    for (const [id, { seq, doc }] of this.docs) {
      if (seq <= since) continue;
      results.push({ seq, id, changes: [{ rev: doc._rev }] });
      last = seq;
      if (results.length === limit) break;
    }
    return { results, last_seq: last, pending: this.seq - last };
  }

  private read(asked: { id: string }[]) {
    const results = asked.map(({ id }) => ({ id, docs: [{ ok: this.docs.get(id)?.doc }] }));
    return { results };
  }
}
